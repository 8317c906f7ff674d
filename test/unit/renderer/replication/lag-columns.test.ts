import { expect, test } from 'vitest'
import { lagColumns, lagExtent, lagRows } from '../../../../renderer/replication/lag-columns.ts'

const sample = (atMs: number, lagBytes: number | null, lagSeconds: number | null = null) => ({
  atMs,
  lagBytes,
  lagSeconds,
})
const samples = {
  beta: [sample(1000, 5), sample(61_000, 10, 1), sample(62_000, null), sample(63_000, 30, 2)],
  gamma: [sample(61_000, 1), sample(62_500, 2)],
}
const minute = 60_000

test('a chart tells a value that is not known from a moment without a sample', () => {
  expect(lagColumns(samples, ['beta', 'gamma'], { field: 'lagBytes', spanMs: minute })).toEqual({
    times: [61, 62, 62.5, 63],
    series: [
      [10, null, undefined, 30],
      [1, undefined, 2, undefined],
    ],
  })
})

test('a chart of nothing is empty', () => {
  expect(lagColumns({}, ['beta'], { field: 'lagSeconds', spanMs: minute })).toEqual({
    times: [],
    series: [[]],
  })
})

test('the table tells the greatest of each stretch, the newest first, and leaves empty stretches out', () => {
  expect(lagRows(samples, ['beta', 'gamma'], { spanMs: 3000, stretches: 3 })).toEqual([
    {
      fromMs: 62_000,
      toMs: 63_000,
      lags: [
        { lagBytes: 30, lagSeconds: 2 },
        { lagBytes: 2, lagSeconds: null },
      ],
    },
    {
      fromMs: 61_000,
      toMs: 62_000,
      lags: [
        { lagBytes: null, lagSeconds: null },
        { lagBytes: null, lagSeconds: null },
      ],
    },
    {
      fromMs: 60_000,
      toMs: 61_000,
      lags: [
        { lagBytes: 10, lagSeconds: 1 },
        { lagBytes: 1, lagSeconds: null },
      ],
    },
  ])
  expect(lagRows(samples, ['gamma'], { spanMs: 3000, stretches: 3 })).toHaveLength(2)
})

test('the newest value and the greatest of the time shown', () => {
  expect(lagExtent(samples, 'beta', { field: 'lagBytes', spanMs: minute })).toEqual({ now: 30, most: 30 })
  expect(lagExtent(samples, 'gamma', { field: 'lagSeconds', spanMs: minute })).toEqual({
    now: null,
    most: null,
  })
})

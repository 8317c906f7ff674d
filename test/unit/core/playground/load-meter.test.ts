import { expect, test } from 'vitest'
import { createLoadMeter } from '../../../../electron/core/playground/load-meter.ts'

test('a load is told by its rows, its rate and its slowest commit since the last report', () => {
  let now = 1000
  const meter = createLoadMeter(() => now)
  const commit = (ms: number, rows: number): void => {
    meter.begin()
    now += ms
    meter.committed(rows)
  }
  commit(100, 50)
  commit(30, 50)
  now = 1500
  expect(meter.report()).toEqual({
    rowsWritten: 100,
    rowsPerSecond: 200,
    slowestCommitMs: 100,
    stalledMs: null,
  })
  commit(20, 100)
  now = 2000
  expect(meter.report()).toEqual({
    rowsWritten: 200,
    rowsPerSecond: 200,
    slowestCommitMs: 20,
    stalledMs: null,
  })
})

test('a commit that waits for longer than two seconds is a stall until it is through', () => {
  let now = 0
  const meter = createLoadMeter(() => now)
  meter.begin()
  now = 2000
  expect(meter.report().stalledMs).toBeNull()
  now = 2500
  expect(meter.report()).toMatchObject({ stalledMs: 2500, rowsPerSecond: 0 })
  now = 3000
  meter.committed(10)
  expect(meter.report()).toMatchObject({ stalledMs: null, slowestCommitMs: 3000, rowsWritten: 10 })
})

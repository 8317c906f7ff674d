import { expect, test } from 'vitest'
import { addSamples, KEPT_MS } from '../../../../renderer/replication/sample-window.ts'

const sample = (atMs: number, lagBytes: number | null = 0) => ({ atMs, lagBytes, lagSeconds: null })

test('a batch is added to what is known of each instance', () => {
  const first = addSamples({}, { samples: { beta: [sample(1000)] } })
  const second = addSamples(first, { samples: { beta: [sample(2000)], gamma: [sample(2000)] } })
  expect(second).toEqual({ beta: [sample(1000), sample(2000)], gamma: [sample(2000)] })
})

test('a stream that begins anew brings nothing twice', () => {
  const before = { beta: [sample(1000), sample(2000)] }
  const after = addSamples(before, { samples: { beta: [sample(1000), sample(2000), sample(3000)] } })
  expect(after['beta']).toEqual([sample(1000), sample(2000), sample(3000)])
})

test('what is older than an hour before the newest sample of any instance goes', () => {
  const before = { beta: [sample(1000), sample(5000)], gamma: [sample(1000)] }
  const after = addSamples(before, { samples: { beta: [sample(KEPT_MS + 4000)] } })
  expect(after).toEqual({ beta: [sample(5000), sample(KEPT_MS + 4000)], gamma: [] })
})

import { expect, test } from 'vitest'
import type { Observation } from '../../../../electron/core/monitor/observation.ts'
import { upstreamName } from '../../../../electron/core/monitor/upstream.ts'
import { alpha, beta, streaming } from './observations.ts'

const link = { port: 40_000, conninfo: 'host=localhost port=21000' }
const led = 'host=127.0.0.1 port=40000 application_name=beta'
const receiver = { ...streaming.wal_receiver, sender_host: '127.0.0.1', sender_port: 40_000 }
const linked = (document: object): Observation => {
  const observation = beta(document)
  return { ...observation, entry: { ...observation.entry, link } }
}

test.each([
  ['connected', { wal_receiver: receiver }],
  ['not connected', { settings: { primary_conninfo: led } }],
])('the upstream of a standby that streams through a relay is the server behind it: %s', (_, document) => {
  expect(upstreamName(linked(document), [alpha()])).toBe('alpha')
  expect(upstreamName(beta(document), [alpha()])).not.toBe('alpha')
})

test('a link that the standby is not led through any more says nothing', () => {
  const elsewhere = linked({ settings: { primary_conninfo: 'host=127.0.0.1 port=21999' } })
  expect(upstreamName(elsewhere, [alpha()])).toBe('127.0.0.1:21999')
})

import { expect, test } from 'vitest'
import { buildStatus } from '../../../../electron/core/monitor/build-status.ts'
import type { Observation } from '../../../../electron/core/monitor/observation.ts'
import { alpha, beta, observed, streaming } from './observations.ts'

const lag = (standby: Observation, upstream: Observation) => {
  const { lagBytes, lagSeconds } = buildStatus(standby, [upstream, standby])
  return [lagBytes, lagSeconds]
}

test('an idle pair has no lag, however old the last transaction is and though receive was rounded down', () => {
  expect(lag(beta(streaming), alpha({ current_lsn: '0/40000A0' }))).toEqual([0, 0])
})

test('bytes count from the upstream’s position of the same poll', () => {
  expect(lag(beta(streaming), alpha())).toEqual([0xffff60, 0])
})

test('what is received but not replayed, or known to be missing, is as old as the last replay', () => {
  expect(lag(beta({ ...streaming, receive_lsn: '0/4100000', replay_paused: true }), alpha())[1]).toBe(900)
  expect(lag(beta(), alpha())).toEqual([0xffff60, 900])
})

test('nothing is claimed while the upstream is down', () => {
  expect(lag(beta(), observed('alpha', 21_000, null))).toEqual([null, null])
})

const upstreamOf = (standby: Observation) => buildStatus(standby, [alpha(), standby]).upstream

test('the upstream is found by host and port, else told as host:port; a primary has none', () => {
  expect(upstreamOf(beta())).toBe('alpha')
  expect(upstreamOf(beta({ settings: { primary_conninfo: 'host=10.1.1.1 port=21000' } }))).toBe(
    '10.1.1.1:21000',
  )
  expect(upstreamOf(beta({ settings: { primary_conninfo: 'host=10.1.1.1,127.0.0.1 port=1,21000' } }))).toBe(
    'alpha',
  )
  expect(upstreamOf(beta({ settings: {} }))).toBeNull()
  expect(
    buildStatus(alpha({ settings: { primary_conninfo: 'port=21001' } }), [alpha(), beta()]).upstream,
  ).toBeNull()
})

test('versions are told as people write them', () => {
  expect(buildStatus(alpha(), []).version).toBe('9.6.24')
  expect(buildStatus(alpha({ server_version_num: 150018 }), []).version).toBe('15.18')
})

const versionOf = (observation: Observation) => buildStatus(observation, []).version

test('a server that does not run has the version of its programs, where that is known; else its files’ major', () => {
  const stopped = observed('alpha', 21_000, null)
  const files = { ...stopped.files, version: '18' }
  expect(versionOf({ ...stopped, files, installedVersion: '18.4' })).toBe('18.4')
  expect(versionOf({ ...stopped, files })).toBe('18')
  expect(versionOf({ ...alpha({ server_version_num: 180003 }), installedVersion: '18.4' })).toBe('18.3')
})

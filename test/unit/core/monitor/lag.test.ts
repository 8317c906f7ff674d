import { expect, test } from 'vitest'
import { buildStatus } from '../../../../electron/core/monitor/build-status.ts'
import { nothingSeen } from '../../../../electron/core/instances/observed-state.ts'
import type { Observation } from '../../../../electron/core/monitor/observation.ts'
import { parseStatusRow } from '../../../../electron/postgres/facts/status/parse-status-row.ts'
import { testEntry } from '../../../helpers/test-pair.ts'
import { testTarget } from '../../../helpers/test-server.ts'

const row = {
  in_recovery: false,
  server_version_num: 90624,
  postmaster_start_time: 1,
  observed_at: 1,
  current_lsn: '0/5000000',
  timeline_hex: '00000002',
  receive_lsn: null,
  replay_lsn: null,
  replay_paused: null,
  last_replay_age: null,
  client_backends: 0,
  replication: [],
  wal_receiver: null,
  slots: [],
  settings: {},
}
const standbyRow = {
  ...row,
  in_recovery: true,
  current_lsn: null,
  timeline_hex: null,
  receive_lsn: '0/4000000',
  replay_lsn: '0/40000A0',
  replay_paused: false,
  last_replay_age: 900,
  settings: { primary_conninfo: 'host=localhost port=21000 application_name=beta' },
}

const observed = (name: string, port: number, document: object | null): Observation => {
  const target = testTarget('/d', name, { major: 15, binDir: '/b', port })
  const server = document === null ? null : parseStatusRow({ status: document })
  const files = {
    ...nothingSeen,
    state: server === null ? ('stopped' as const) : ('running' as const),
    port,
    major: 15,
  }
  return {
    entry: testEntry(target, null),
    target,
    files,
    server,
    systemIdentifier: null,
    unreachable: null,
    at: '2026-01-01T00:00:00Z',
  }
}
const alpha = (change: object = {}): Observation => observed('alpha', 21_000, { ...row, ...change })
const beta = (change: object = {}): Observation => observed('beta', 21_001, { ...standbyRow, ...change })
const receiving = { status: 'streaming', pid: 5, slot_name: null, sender_host: null, sender_port: null }
const streaming = {
  wal_receiver: {
    ...receiving,
    receive_start_lsn: null,
    received_tli: 2,
    written_lsn: null,
    flushed_lsn: null,
    last_msg_send_time: null,
    last_msg_receipt_time: null,
    latest_end_lsn: '0/40000A0',
    latest_end_time: null,
  },
}
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

test('the upstream is found by host and port, else told as host:port; a primary has none', () => {
  const upstreamOf = (standby: Observation) => buildStatus(standby, [alpha(), standby]).upstream
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

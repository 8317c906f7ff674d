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

/** An instance as a poll saw it; stopped without a status document. */
export const observed = (name: string, port: number, document: object | null): Observation => {
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
    installedVersion: null,
    unreachable: null,
    at: '2026-01-01T00:00:00Z',
  }
}
/** A primary, on port 21000. */
export const alpha = (change: object = {}): Observation => observed('alpha', 21_000, { ...row, ...change })
/** A standby of it, on port 21001. */
export const beta = (change: object = {}): Observation =>
  observed('beta', 21_001, { ...standbyRow, ...change })
const receiving = { status: 'streaming', pid: 5, slot_name: null, sender_host: null, sender_port: null }
/** What a standby adds that receives WAL. */
export const streaming = {
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

import { describe, expect, test } from 'vitest'
import { parseStatusRow } from '../../../../../electron/postgres/facts/status/parse-status-row.ts'
import {
  statusQuery,
  systemIdentifierQuery,
} from '../../../../../electron/postgres/facts/status/status-query.ts'

/** What came with which version: its name in the query, the first and the last major that may be asked for it. */
const names: readonly (readonly [name: string, from: number, until: number])[] = [
  ['pg_current_xlog_location()', 9.3, 9.6],
  ['pg_last_xlog_receive_location()', 9.3, 9.6],
  ['pg_is_xlog_replay_paused()', 9.3, 9.6],
  ['pg_xlogfile_name(', 9.3, 9.6],
  ['sent_location::text', 9.3, 9.6],
  ['pg_current_wal_lsn()', 10, 19],
  ['pg_last_wal_replay_lsn()', 10, 19],
  ['sent_lsn::text', 10, 19],
  ['epoch from replay_lag', 10, 19],
  ['backend_type', 10, 19],
  ['pg_read_all_settings', 10, 19],
  ['backend_xmin::text', 9.4, 19],
  ['from pg_replication_slots', 9.4, 19],
  ["current_setting('max_replication_slots')", 9.4, 19],
  ["current_setting('cluster_name')", 9.5, 19],
  ['active_pid as active_pid', 9.5, 19],
  ['from pg_stat_wal_receiver', 9.6, 19],
  ['received_lsn::text', 9.6, 12],
  ['written_lsn::text', 13, 19],
  [' flushed_lsn::text', 13, 19],
  ['sender_host as sender_host', 11, 19],
  ['epoch from reply_time', 12, 19],
  ["current_setting('primary_conninfo')", 12, 19],
  ['wal_status as wal_status', 13, 19],
  ["current_setting('max_slot_wal_keep_size')", 13, 19],
  ['invalidation_reason as invalidation_reason', 17, 19],
]
const majors = [9.3, 9.4, 9.5, 9.6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]

describe('the query of one poll', () => {
  test.each(majors)('of %s asks only for what that version has', (major) => {
    const sql = statusQuery(major)
    const expected = names.filter(([, from, until]) => from <= major && major <= until)
    expect(names.filter(([name]) => sql.includes(name))).toEqual(expected)
  })

  test.each(majors)('of %s touches neither pg_control nor the statistics collector', (major) => {
    expect(statusQuery(major)).not.toMatch(
      /pg_control_|pg_settings|pg_database_size|pg_stat_archiver|pg_stat_database/,
    )
  })

  test('of the system identifier is there from 9.6 on', () => {
    expect(systemIdentifierQuery(9.5)).toBeNull()
    expect(systemIdentifierQuery(9.6)).toContain('pg_control_system()')
  })
})

const primary = {
  in_recovery: false,
  server_version_num: 150018,
  postmaster_start_time: 1_700_000_000.5,
  observed_at: 1_700_000_010,
  current_lsn: '3/CF123560',
  timeline_hex: '0000001A',
  receive_lsn: null,
  replay_lsn: null,
  replay_paused: null,
  last_replay_age: null,
  client_backends: 3,
  replication: [],
  wal_receiver: null,
  slots: [],
  settings: { port: '5432', primary_conninfo: null },
}

describe('the answer', () => {
  test('is checked and put into our words', () => {
    expect(parseStatusRow({ status: JSON.stringify(primary) })).toEqual({
      inRecovery: false,
      serverVersionNum: 150018,
      postmasterStartTime: new Date(1_700_000_000_500),
      observedAt: new Date(1_700_000_010_000),
      currentLsn: '3/CF123560',
      timeline: 26,
      receiveLsn: null,
      replayLsn: null,
      replayPaused: null,
      lastReplayAgeSeconds: null,
      clientBackends: 3,
      replication: [],
      walReceiver: null,
      slots: [],
      settings: { port: '5432', primary_conninfo: null },
    })
  })

  test.each([
    {},
    { status: {} },
    { status: { ...primary, current_lsn: 'x' } },
    { status: { ...primary, replication: [{ pid: 'x' }] } },
    null,
  ])('is refused when it is not one: %j', (row) => {
    expect(() => parseStatusRow(row)).toThrow(/expected|Invalid/)
  })
})

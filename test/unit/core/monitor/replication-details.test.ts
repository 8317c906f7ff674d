import { expect, test } from 'vitest'
import { replicationDetails } from '../../../../electron/core/monitor/replication-details.ts'
import { alpha, beta, observed, streaming } from './observations.ts'

const sender = (changes: object) => ({
  pid: 9,
  usename: 'replicator',
  application_name: 'beta',
  client_addr: '127.0.0.1',
  client_hostname: null,
  client_port: 1,
  backend_start: 1,
  backend_xmin: null,
  state: 'streaming',
  sent_lsn: '0/4FFF000',
  write_lsn: '0/4800000',
  flush_lsn: '0/4700000',
  replay_lsn: '0/4600000',
  write_lag: null,
  flush_lag: null,
  replay_lag: null,
  sync_priority: 1,
  sync_state: 'sync',
  reply_time: 1,
  ...changes,
})
const slot = (changes: object) => ({
  slot_name: 'slot_beta',
  slot_type: 'physical',
  temporary: false,
  active: true,
  active_pid: 9,
  restart_lsn: '0/4000000',
  wal_status: 'reserved',
  safe_wal_size: 1000,
  invalidation_reason: null,
  retained_bytes: 16_777_216,
  ...changes,
})
const settings = {
  synchronous_standby_names: 'beta',
  synchronous_commit: 'on',
  max_slot_wal_keep_size: '1GB',
}
const own = { written_lsn: '0/4900000', flushed_lsn: '0/4850000', slot_name: 'slot_beta' }
const standby = beta({
  replay_lsn: '0/4650000',
  wal_receiver: { ...streaming.wal_receiver, ...own },
})
const primary = alpha({
  settings,
  slots: [
    slot({}),
    slot({ slot_name: 'forgotten', active: false, active_pid: null, wal_status: null, safe_wal_size: null }),
  ],
  replication: [
    sender({}),
    sender({ pid: 10, application_name: 'stranger', sent_lsn: '0/4000000' }),
    sender({ pid: 11, application_name: 'pg_basebackup', state: 'backup' }),
  ],
})

test('an upstream is told with its slots, whose they are, and the stations of each standby', () => {
  const details = replicationDetails(primary, [primary, standby])
  expect(details).toMatchObject({
    synchronousStandbyNames: 'beta',
    synchronousCommit: 'on',
    maxSlotWalKeepSize: '1GB',
    slots: [
      {
        name: 'slot_beta',
        active: true,
        physical: true,
        heldBytes: 16_777_216,
        safeBytes: 1000,
        usedBy: 'beta',
      },
      { name: 'forgotten', active: false, walStatus: null, safeBytes: null, usedBy: null },
    ],
  })
  expect(details.ways).toEqual([
    {
      standby: 'beta',
      pid: 9,
      written: '0/5000000',
      sent: '0/4FFF000',
      standbyWritten: '0/4900000',
      standbyFlushed: '0/4850000',
      replayed: '0/4650000',
    },
    {
      standby: 'stranger',
      pid: 10,
      written: '0/5000000',
      sent: '0/4000000',
      standbyWritten: '0/4800000',
      standbyFlushed: '0/4700000',
      replayed: '0/4600000',
    },
  ])
})

test('a standby that does not stream is on the list, with what it has', () => {
  const alone = alpha({ settings, slots: [slot({ active: false, active_pid: null })] })
  const [way] = replicationDetails(alone, [alone, beta()]).ways
  expect(way).toMatchObject({
    standby: 'beta',
    pid: null,
    sent: null,
    standbyFlushed: '0/4000000',
    replayed: '0/40000A0',
  })
})

test('a server that cannot be asked has no details', () => {
  const stopped = observed('alpha', 21_000, null)
  expect(replicationDetails(stopped, [stopped, standby])).toEqual({
    slots: [],
    ways: [],
    synchronousStandbyNames: null,
    synchronousCommit: null,
    maxSlotWalKeepSize: null,
  })
})

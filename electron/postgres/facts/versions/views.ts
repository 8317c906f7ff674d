import { since, steps } from './steps.ts'

/** Today's column name → the column's name in that version. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, string>>

type SentColumn = 'sent_lsn' | 'write_lsn' | 'flush_lsn' | 'replay_lsn'

const slots94 = [
  'slot_name',
  'plugin',
  'slot_type',
  'datoid',
  'database',
  'active',
  'xmin',
  'catalog_xmin',
  'restart_lsn',
]
const slots95 = [...slots94, 'active_pid']
const slots96 = [...slots95, 'confirmed_flush_lsn']
const slots10 = [...slots96, 'temporary']
const slots13 = [...slots10, 'wal_status', 'safe_wal_size']
const slots14 = [...slots13, 'two_phase']
const slots16 = [...slots14, 'conflicting']
const slots17 = [...slots16, 'inactive_since', 'invalidation_reason', 'failover', 'synced']

/** Columns of the views about replication. Source: system_views.sql of each version. */
export const viewsTable = {
  /** LSN columns of pg_stat_replication. */
  statReplicationLsns: steps<ColumnNames<SentColumn>>(
    {
      sent_lsn: 'sent_location',
      write_lsn: 'write_location',
      flush_lsn: 'flush_location',
      replay_lsn: 'replay_location',
    },
    [10, { sent_lsn: 'sent_lsn', write_lsn: 'write_lsn', flush_lsn: 'flush_lsn', replay_lsn: 'replay_lsn' }],
  ),
  hasStatReplicationBackendXmin: since(9.4),
  /** write_lag, flush_lag, replay_lag; null while idle. */
  hasStatReplicationLag: since(10),
  hasStatReplicationReplyTime: since(12),
  /** Columns of pg_stat_wal_receiver for what is written and what is flushed; null where the view is missing. */
  walReceiverLsns: steps<{ readonly written: string; readonly flushed: string } | null>(
    null,
    [9.6, { written: 'received_lsn', flushed: 'received_lsn' }],
    [13, { written: 'written_lsn', flushed: 'flushed_lsn' }],
  ),
  /** sender_host and sender_port. */
  hasWalReceiverSender: since(11),
  /** Columns of pg_replication_slots; empty where slots don't exist. */
  replicationSlotColumns: steps<readonly string[]>(
    [],
    [9.4, slots94],
    [9.5, slots95],
    [9.6, slots96],
    [10, slots10],
    [13, slots13],
    [14, slots14],
    [16, slots16],
    [17, slots17],
    [18, [...slots17, 'two_phase_at']],
  ),
} as const

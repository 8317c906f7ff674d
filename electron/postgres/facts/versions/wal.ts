import { since, steps, until } from './steps.ts'

/** How WAL is written, sent and kept. Sources: postgresql.conf.sample and guc tables of each version. */
export const walTable = {
  /** The wal_level a hot standby needs; from 9.6 the old spelling is a hidden alias. */
  standbyWalLevel: steps<'hot_standby' | 'replica'>('hot_standby', [9.6, 'replica']),
  /** Lowest first; standbys can be fed from `standbyWalLevel` upwards. */
  walLevels: steps<readonly string[]>(
    ['minimal', 'archive', 'hot_standby'],
    [9.4, ['minimal', 'archive', 'hot_standby', 'logical']],
    [9.6, ['minimal', 'replica', 'logical']],
  ),
  defaultWalLevel: steps<'minimal' | 'replica'>('minimal', [10, 'replica']),
  /** Read-only setting that shows what a logical slot raised wal_level to. */
  hasEffectiveWalLevel: since(19),
  defaultMaxWalSenders: steps<number>(0, [10, 10]),
  /** Null where slots don't exist yet. */
  defaultMaxReplicationSlots: steps<number | null>(null, [9.4, 0], [10, 10]),
  defaultHotStandby: steps<'on' | 'off'>('off', [10, 'on']),
  /** max_wal_senders counts against max_connections and must stay below it. */
  walSendersWithinConnections: until(12),
  /** WAL kept for standbys without a slot: a number of segments, or megabytes if no unit is written. */
  walKeep: steps<
    | { readonly setting: 'wal_keep_segments'; readonly unit: 'segments' }
    | { readonly setting: 'wal_keep_size'; readonly unit: 'MB' }
  >({ setting: 'wal_keep_segments', unit: 'segments' }, [13, { setting: 'wal_keep_size', unit: 'MB' }]),
  hasMaxSlotWalKeepSize: since(13),
  hasIdleReplicationSlotTimeout: since(18),
  hasWalLogHints: since(9.4),
  hasArchiveLibrary: since(15),
  hasSummarizeWal: since(17),
  /** `one`: a list of which one is synchronous; `count`: also `N (a, b)`; `first-any`: also `FIRST N (…)`, `ANY N (…)`. */
  synchronousNamesSyntax: steps<'one' | 'count' | 'first-any'>('one', [9.6, 'count'], [10, 'first-any']),
  hasRemoteApply: since(9.6),
  defaultMaxLocksPerTransaction: steps<number>(64, [19, 128]),
  /** Settings that on a hot standby must be no lower than on its primary (CheckRequiredParameterValues). */
  standbyMinimums: steps<readonly string[]>(
    ['max_connections', 'max_prepared_transactions', 'max_locks_per_transaction'],
    [
      9.4,
      ['max_connections', 'max_worker_processes', 'max_prepared_transactions', 'max_locks_per_transaction'],
    ],
    [
      12,
      [
        'max_connections',
        'max_worker_processes',
        'max_wal_senders',
        'max_prepared_transactions',
        'max_locks_per_transaction',
      ],
    ],
  ),
  /** What a running standby does when it meets a higher value than its own; at start it refuses in every version. */
  standbyBelowMinimum: steps<'stops' | 'pauses-replay'>('stops', [14, 'pauses-replay']),
} as const

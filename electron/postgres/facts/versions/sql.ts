import { since, steps } from './steps.ts'

/** Functions, views and commands of SQL that came or were renamed. Sources: pg_proc and system_views.sql of each version. */
export const sqlTable = {
  currentWalLsn: steps<string>('pg_current_xlog_location', [10, 'pg_current_wal_lsn']),
  /** Refused on a standby, as `currentWalLsn` and `walFileName` are. */
  switchWal: steps<string>('pg_switch_xlog', [10, 'pg_switch_wal']),
  walFileName: steps<string>('pg_xlogfile_name', [10, 'pg_walfile_name']),
  walLsnDiff: steps<string>('pg_xlog_location_diff', [10, 'pg_wal_lsn_diff']),
  lastReceiveLsn: steps<string>('pg_last_xlog_receive_location', [10, 'pg_last_wal_receive_lsn']),
  lastReplayLsn: steps<string>('pg_last_xlog_replay_location', [10, 'pg_last_wal_replay_lsn']),
  replayPause: steps<string>('pg_xlog_replay_pause', [10, 'pg_wal_replay_pause']),
  replayResume: steps<string>('pg_xlog_replay_resume', [10, 'pg_wal_replay_resume']),
  isReplayPaused: steps<string>('pg_is_xlog_replay_paused', [10, 'pg_is_wal_replay_paused']),
  /** `pg_get_wal_replay_pause_state()`: not paused, pause requested, paused. */
  hasReplayPauseState: since(14),
  /** Type of an LSN in results; 9.3 has no type for it. */
  lsnType: steps<'text' | 'pg_lsn'>('text', [9.4, 'pg_lsn']),
  hasReplicationSlots: since(9.4),
  /** pg_create_physical_replication_slot can reserve WAL at once; without, a slot does not protect a clone that is being made. */
  slotReservesWalAtOnce: since(9.6),
  hasTemporarySlots: since(10),
  hasAlterSystem: since(9.4),
  hasPgFileSettings: since(9.5),
  /** pg_settings.pending_restart. */
  hasPendingRestart: since(9.5),
  hasPgHbaFileRules: since(10),
  hasPgCurrentLogfile: since(10),
  hasPgMonitorRole: since(10),
  /** pg_control_system(), pg_control_checkpoint(), pg_control_recovery(), pg_control_init(). */
  hasPgControlFunctions: since(9.6),
  hasPgStatWalReceiver: since(9.6),
  hasPgStatArchiver: since(9.4),
  hasPgStatRecovery: since(19),
  hasClusterName: since(9.5),
  /** A standby without application_name reports its cluster_name upstream. */
  clusterNameIsApplicationName: since(12),
} as const

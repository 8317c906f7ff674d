import { since, steps } from './steps.ts'

/** Names of files and folders in a data directory. Sources: initdb.c, pidfile.h, miscinit.c of each version. */
export const layoutTable = {
  walDir: steps<'pg_xlog' | 'pg_wal'>('pg_xlog', [10, 'pg_wal']),
  commitStatusDir: steps<'pg_clog' | 'pg_xact'>('pg_clog', [10, 'pg_xact']),
  /** Default of log_directory. */
  defaultLogDir: steps<'pg_log' | 'log'>('pg_log', [10, 'log']),
  /** Folders that must exist, empty, in the WAL folder of a copy. */
  walSubDirs: steps<readonly string[]>(['archive_status'], [17, ['archive_status', 'summaries']]),
  /** postgresql.auto.conf and ALTER SYSTEM. */
  hasAutoConf: since(9.4),
  /** tablespace_map in a backup, from which the server makes the links in pg_tblspc. */
  hasTablespaceMap: since(9.5),
  hasBackupManifest: since(13),
  /** Line 8 of postmaster.pid: starting, stopping, ready, standby. */
  hasPidFileStatus: since(10),
  /** A data directory may be readable by its group, 0750 (not on Windows). */
  allowsGroupAccess: since(11),
} as const

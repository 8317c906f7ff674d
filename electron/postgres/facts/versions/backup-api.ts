import { since, steps } from './steps.ts'

/** Low-level backup API (manual, "Making a Base Backup Using the Low Level API"). */
export const backupApiTable = {
  /**
   * `exclusive`: the server writes backup_label into its data directory and a copy keeps it;
   * `choice`: pass `exclusive => false`, one session from start to stop; `session`: only that, under new names.
   */
  backupMode: steps<'exclusive' | 'choice' | 'session'>('exclusive', [9.6, 'choice'], [15, 'session']),
  backupStart: steps<string>('pg_start_backup', [15, 'pg_backup_start']),
  backupStop: steps<string>('pg_stop_backup', [15, 'pg_backup_stop']),
  /** The stop function can be told not to wait for the archiver. */
  backupStopCanSkipArchive: since(10),
  /** The stop function returns lsn, labelfile, spcmapfile: to be written into the copy, byte for byte. */
  backupStopReturnsLabel: since(9.6),
  canBackUpFromStandby: since(9.6),
} as const

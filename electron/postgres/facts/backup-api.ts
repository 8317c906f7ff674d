import type { Major } from '../../../shared/model/instance-target.ts'
import { versionFacts } from './versions.ts'

/** The two statements of a low-level base backup. `start` takes the label as $1; each gives one row. */
export interface BackupStatements {
  readonly start: string
  readonly stop: string
  /**
   * True up to 9.5: the server writes backup_label into the primary's data directory and the copy must keep it.
   * False: one session has to stay open from start to stop, and the label and map that `stop` returns are written into the copy.
   */
  readonly exclusive: boolean
  /** Columns of the row that `stop` gives; `lsn` is text. */
  readonly columns: readonly ['lsn'] | readonly ['lsn', 'labelfile', 'spcmapfile']
  /** False: `stop` cannot be told not to wait for the archiver (up to 9.6); set statement_timeout. */
  readonly canSkipArchiveWait: boolean
}

/**
 * How one major begins and ends a base backup: with an immediate checkpoint, and without waiting for the archiver where that can be said.
 *
 * 9.6 to 14 default to the exclusive mode and are asked for the other one. Up to 9.5 a standby cannot be the source.
 * Source: "Making a Base Backup Using the Low Level API" in the manual of each major.
 */
export function backupStatements(major: Major): BackupStatements {
  const facts = versionFacts(major)
  const { backupStart, backupStop, backupStopCanSkipArchive: canSkipArchiveWait } = facts
  if (facts.backupMode === 'exclusive') {
    return {
      start: started(`${backupStart}($1::text, true)`),
      stop: started(`${backupStop}()`),
      exclusive: true,
      columns: ['lsn'],
      canSkipArchiveWait,
    }
  }
  const notExclusive = facts.backupMode === 'choice' ? ['false'] : []
  const noArchiveWait = canSkipArchiveWait ? ['false'] : []
  return {
    start: started(`${backupStart}(${['$1::text', 'true', ...notExclusive].join(', ')})`),
    stop: stopped(`${backupStop}(${[...notExclusive, ...noArchiveWait].join(', ')})`),
    exclusive: false,
    columns: ['lsn', 'labelfile', 'spcmapfile'],
    canSkipArchiveWait,
  }
}

function started(call: string): string {
  return `select ${call}::text as lsn`
}

function stopped(call: string): string {
  return `select lsn::text as lsn, labelfile, spcmapfile from ${call}`
}

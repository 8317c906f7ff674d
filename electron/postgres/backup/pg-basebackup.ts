import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ProcessIdentity } from '../../system/process/identity.ts'
import { runProgram } from '../../system/process/run-program.ts'
import { renameWhenFree } from '../../system/storage/while-held.ts'
import { isExcludedFromCopy } from '../facts/backup-exclusions.ts'
import { programEnv } from '../programs/program-env.ts'
import { HELD_LABEL, LABEL, parseBackupLabel, type BaseBackup } from './backup-label.ts'
import { buildBasebackupArguments, parseBasebackupProgress, parseWalEnd } from './basebackup-arguments.ts'
import { readDataSize } from './size.ts'
import type { TablespaceMapping } from './tablespaces.ts'

export interface BasebackupOptions {
  readonly source: InstanceTarget
  /** The full path of pg_basebackup, which not every installation has. */
  readonly program: string
  /** Claimed and empty: `<dir>.partial`. */
  readonly targetDir: string
  readonly label: string
  readonly slot?: string
  readonly tablespaces?: readonly TablespaceMapping[]
  /** For the journal: a pg_basebackup whose parent died goes on and holds its slot. */
  readonly onSpawn?: (identity: ProcessIdentity) => void | Promise<void>
  /** About once a second; `bytesTotal` is the server's estimate and grows when it was too low. */
  readonly onProgress?: (progress: { readonly bytesDone: number; readonly bytesTotal: number }) => void
  readonly signal?: AbortSignal
}

/** A standby's signal files and the like come along with pg_basebackup, and not with a copy by files: same shape for both. */
const removeForeignFiles = async (options: BasebackupOptions): Promise<void> => {
  const kind = { major: options.source.major, exclusive: true }
  for (const entry of await readdir(options.targetDir, { withFileTypes: true })) {
    if (entry.isFile() && isExcludedFromCopy(entry.name, false, kind) === 'skip')
      await rm(path.join(options.targetDir, entry.name))
  }
}

/**
 * Takes a base backup with pg_basebackup, the WAL it needs included.
 *
 * The result is as `takeCopyBackup` leaves it: `backup_label` waits under `HELD_LABEL`, nothing is synced (before 10:
 * synced by the program). Links in pg_tblspc point to the new folders. The password goes by PGPASSFILE only. After a
 * failure the caller removes the target and the tablespaces' folders.
 *
 * Throws what `runProgram` throws; the server's own words are in `details.lastLines`.
 */
export const takeBasebackup = async (options: BasebackupOptions): Promise<BaseBackup> => {
  const { source, targetDir, signal, onSpawn } = options
  const args = buildBasebackupArguments({
    source,
    targetDir,
    label: options.label,
    slot: options.slot ?? null,
    tablespaces: options.tablespaces ?? [],
  })
  let stopLsn: string | null = null
  await runProgram(options.program, args, {
    env: {
      ...programEnv(path.dirname(options.program)),
      ...(source.passfile === null ? {} : { PGPASSFILE: source.passfile }),
    },
    killChildren: true,
    onLine: (line) => {
      stopLsn = parseWalEnd(line) ?? stopLsn
      const progress = parseBasebackupProgress(line)
      if (progress !== null) options.onProgress?.(progress)
    },
    ...(signal === undefined ? {} : { signal }),
    ...(onSpawn === undefined ? {} : { onSpawn }),
  })
  const labelText = await readFile(path.join(targetDir, LABEL), 'utf8')
  await renameWhenFree(path.join(targetDir, LABEL), path.join(targetDir, HELD_LABEL))
  await removeForeignFiles(options)
  const begin = parseBackupLabel(labelText)
  if (begin === null) throw new PgTandemError('backup-incomplete', { path: targetDir })
  const { bytes, files } = await readDataSize(targetDir, source.major)
  return { labelText, ...begin, stopLsn, bytes, files }
}

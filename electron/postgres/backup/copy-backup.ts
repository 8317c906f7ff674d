import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import { copyTree, type CopyProgress } from '../../system/storage/copy-tree.ts'
import { openSession, PATIENT_CONNECT_MS, type Session } from '../connection/connect.ts'
import { backupStatements } from '../facts/backup-api.ts'
import { emptyDirectories } from '../facts/backup-exclusions.ts'
import { parseTablespaceMap, printTablespaceMap } from '../facts/tablespace-map.ts'
import { HELD_LABEL, parseBackupLabel, type BaseBackup } from './backup-label.ts'
import { controlFilePath, readWholeControlFile } from './control-file.ts'
import { buildCopyFilter } from './copy-filter.ts'
import { readTablespaces, type TablespaceMapping } from './tablespaces.ts'

/** Unlike our other sessions', so that `endOwnSessions` leaves a running backup alone. */
export const BACKUP_APPLICATION_NAME = 'pgtandem-backup'

/** 9.6 cannot be told not to wait for the archiver; see facts, A3. */
const ARCHIVER_PATIENCE_MS = 60_000

export interface CopyBackupOptions {
  /** A running primary or standby. */
  readonly source: InstanceTarget
  readonly sourceDataDir: string
  /** Claimed and empty: `<dir>.partial`. */
  readonly targetDir: string
  readonly major: Major
  /** Every tablespace outside the data directory must be among them. */
  readonly tablespaces: readonly TablespaceMapping[]
  /** Shown in the label and in the server's log. */
  readonly label: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: CopyProgress) => void
}

const readWhetherStandby = async (session: Session): Promise<boolean> => {
  const [row] = await session.query('select pg_catalog.pg_is_in_recovery() as standby')
  return row?.['standby'] === 't'
}

const unmapped = (options: CopyBackupOptions, oid: number, location: string) =>
  new PgTandemError('tablespace-unmapped', { oid, instance: options.source.name, path: location })

const ensureAllMapped = async (options: CopyBackupOptions): Promise<void> => {
  for (const { oid, location } of await readTablespaces(options.sourceDataDir))
    if (!options.tablespaces.some((mapping) => mapping.oid === oid)) throw unmapped(options, oid, location)
}

/** The server's map with each tablespace's new folder; null where there is nothing to map. */
const remapTablespaces = (options: CopyBackupOptions, map: string): string | null => {
  const links = map === '' ? [] : parseTablespaceMap(map)
  if ('damaged' in links) throw new Error(`tablespace_map line not understood: ${links.damaged}`)
  if (links.length === 0) return null
  return printTablespaceMap(
    links.map(({ oid, location }) => {
      const mapping = options.tablespaces.find((candidate) => String(candidate.oid) === oid)
      if (mapping === undefined) throw unmapped(options, Number(oid), location)
      return { oid, location: mapping.to }
    }),
  )
}

const copyFiles = async (options: CopyBackupOptions, signal: AbortSignal): Promise<CopyProgress> => {
  const { sourceDataDir, targetDir, major, onProgress } = options
  const { catalogVersion } = await readWholeControlFile(sourceDataDir)
  const versionDirectory = `PG_${major}_${catalogVersion}`
  let done: CopyProgress = { bytesDone: 0, filesDone: 0 }
  const copy = async (from: string, to: string, filter: ReturnType<typeof buildCopyFilter>) => {
    const before = done
    const sum = (progress: CopyProgress): CopyProgress => ({
      bytesDone: before.bytesDone + progress.bytesDone,
      filesDone: before.filesDone + progress.filesDone,
    })
    const copied = await copyTree({
      from,
      to,
      filter,
      onLink: (relativePath) => (relativePath.startsWith('pg_tblspc/') ? 'skip' : 'follow'),
      signal,
      onProgress: (progress) => onProgress?.(sum(progress)),
    })
    done = sum(copied)
  }
  for (const { oid, from, to } of options.tablespaces) {
    const made = await mkdir(to, { recursive: true, mode: 0o700 })
    if (made !== undefined) await chmod(to, 0o700)
    await copy(from, to, buildCopyFilter(major, { oid, versionDirectory }))
  }
  await copy(sourceDataDir, targetDir, buildCopyFilter(major))
  const { mode } = await stat(sourceDataDir)
  for (const directory of emptyDirectories(major)) {
    const made = await mkdir(path.join(targetDir, directory), { recursive: true, mode: mode & 0o777 })
    if (made !== undefined) await chmod(made, mode & 0o777)
  }
  const { bytes } = await readWholeControlFile(sourceDataDir)
  await writeFile(controlFilePath(targetDir), bytes, { flag: 'wx', mode: 0o600 })
  return { bytesDone: done.bytesDone + bytes.length, filesDone: done.filesDone + 1 }
}

const stopBackup = async (session: Session, options: CopyBackupOptions) => {
  const statements = backupStatements(options.major)
  if (!statements.canSkipArchiveWait) await session.simple(`set statement_timeout = ${ARCHIVER_PATIENCE_MS}`)
  try {
    const [row] = await session.query(statements.stop)
    const { lsn = null, labelfile = null, spcmapfile = null } = row ?? {}
    if (lsn === null || labelfile === null) throw new Error('the server gave no backup label')
    return { stopLsn: lsn, labelText: labelfile, map: spcmapfile ?? '' }
  } catch (error) {
    const promoted =
      error instanceof PgTandemError && /promoted during online backup/.test(String(error.params['message']))
    throw promoted
      ? new PgTandemError('source-promoted', { instance: options.source.name }, {}, { cause: error })
      : error
  }
}

/**
 * Takes a base backup of a running primary or standby with the low-level API and a parallel copy of its files.
 *
 * One session is open from start to stop. The target then holds all files but `backup_label`: it waits under `HELD_LABEL`
 * for `completeCopy`. Nothing is synced yet. WAL is not copied: a slot or kept WAL must hold it from `startLsn` on.
 * After a failure or an abort the server's backup is over and the caller removes the target and the tablespaces' folders.
 *
 * Throws `copy-backup-too-old` (before 9.6), `tablespace-unmapped`, `source-promoted`, `control-file-torn`, `copy-failed`,
 * `copy-disk-full`, `connection-lost`, `cancelled`, and what `openSession` throws.
 */
export const takeCopyBackup = async (options: CopyBackupOptions): Promise<BaseBackup> => {
  const { source, major, label, targetDir } = options
  const statements = backupStatements(major)
  if (statements.exclusive) throw new PgTandemError('copy-backup-too-old', { instance: source.name, major })
  await ensureAllMapped(options)
  const session = await openSession(source, {
    applicationName: BACKUP_APPLICATION_NAME,
    connectTimeoutMs: PATIENT_CONNECT_MS,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  const lost = new AbortController()
  let lostMessage: string | undefined
  const watchSession = async () => {
    const end = await session.closed
    if (end.kind === 'lost') lostMessage = end.message
    lost.abort()
  }
  void watchSession()
  const signal = AbortSignal.any([lost.signal, ...(options.signal === undefined ? [] : [options.signal])])
  try {
    const wasStandby = await readWhetherStandby(session)
    await session.query(statements.start, [label])
    const copied = await copyFiles(options, signal)
    const { stopLsn, labelText, map } = await stopBackup(session, options)
    if (wasStandby && !(await readWhetherStandby(session)))
      throw new PgTandemError('source-promoted', { instance: source.name })
    const begin = parseBackupLabel(labelText)
    if (begin === null) throw new Error(`backup label not understood: ${labelText}`)
    const mapText = remapTablespaces(options, map)
    if (mapText !== null)
      await writeFile(path.join(targetDir, 'tablespace_map'), mapText, { flag: 'wx', mode: 0o600 })
    await writeFile(path.join(targetDir, HELD_LABEL), labelText, { flag: 'wx', mode: 0o600 })
    return { labelText, ...begin, stopLsn, bytes: copied.bytesDone, files: copied.filesDone }
  } catch (error) {
    if (options.signal?.aborted === true) throw new PgTandemError('cancelled', {}, {}, { cause: error })
    if (lostMessage === undefined) throw error
    throw new PgTandemError(
      'connection-lost',
      { instance: source.name, message: lostMessage },
      {},
      { cause: error },
    )
  } finally {
    await session.close()
  }
}

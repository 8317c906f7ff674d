import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { CHUNK_BYTES, SMALL_FILE_BYTES, cloneFile, copyLargeFile, copySmallFile } from './copy-file.ts'
import { isHeld, whileHeld } from './while-held.ts'

/** What to do with one entry; `keep-empty`: make the directory, leave out what is in it. */
export type CopyChoice = 'copy' | 'skip' | 'keep-empty'

export interface CopyProgress {
  readonly bytesDone: number
  readonly filesDone: number
}

export interface CopyTreeOptions {
  readonly from: string
  /** Exists and is empty, or nearly: nothing in it is overwritten. */
  readonly to: string
  /** Asked for each entry, `/` in paths on every platform; `siblings` is one array per directory. Default: copy all. */
  readonly filter?: (relativePath: string, isDirectory: boolean, siblings: readonly string[]) => CopyChoice
  /** A symbolic link or junction: copy what it points to, or leave it out. Default: `skip`. */
  readonly onLink?: (relativePath: string) => 'follow' | 'skip'
  /** Large files that are copied at once, each with a buffer of 1 MiB. Default 3: the thread pool has 4. */
  readonly concurrency?: number
  readonly signal?: AbortSignal
  /** At most ten times a second, and once at the end. */
  readonly onProgress?: (progress: CopyProgress) => void
  /** A file or directory that was there when its directory was read, and gone when it was to be copied. */
  readonly onVanished?: (relativePath: string) => void
}

export interface CopyTreeResult extends CopyProgress {
  readonly vanished: number
}

const PROGRESS_MS = 100
/** After this long in one go the event loop gets its turn. */
const BREATHE_MS = 10

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

const failure = (error: unknown, file: string): PgTandemError => {
  if (error instanceof PgTandemError) return error
  const reason = error instanceof Error ? error.message : String(error)
  const code = codeOf(error)
  if (isHeld(error)) return new PgTandemError('copy-held', { path: file }, {}, { cause: error })
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new PgTandemError('copy-disk-full', { path: file }, {}, { cause: error })
  return new PgTandemError('copy-failed', { path: file, reason }, {}, { cause: error })
}

/**
 * Copies a directory that a running server goes on writing to; returns what was copied.
 *
 * Files that vanish, grow or shrink meanwhile are normal: each is copied up to the length it had when opened. Modes are
 * kept, owners and times are not. Blocks are cloned where the file system can. Nothing is synced: see `syncTree`.
 *
 * Throws `copy-failed`, `copy-held` or `copy-disk-full` with the path, or `cancelled`; what was copied so far stays.
 */
export const copyTree = async (options: CopyTreeOptions): Promise<CopyTreeResult> => {
  const { from, to, filter = () => 'copy', onLink = () => 'skip', signal, onProgress } = options
  const large: string[] = []
  const smallBuffer = Buffer.allocUnsafe(SMALL_FILE_BYTES)
  let [bytesDone, filesDone, vanished] = [0, 0, 0]
  let [toldAt, breathedAt] = [Date.now(), Date.now()]

  const count = (bytes: number, files: number) => {
    bytesDone += bytes
    filesDone += files
    if (onProgress === undefined || Date.now() - toldAt < PROGRESS_MS) return
    toldAt = Date.now()
    onProgress({ bytesDone, filesDone })
  }
  const stopIfAborted = () => {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
  }
  /** Runs `copy`; an entry that is gone from the source is counted, any other failure gets its path. */
  const unlessVanished = async <T>(relative: string, copy: () => Promise<T> | T): Promise<T | undefined> => {
    const source = path.join(from, relative)
    try {
      return await whileHeld(copy)
    } catch (error) {
      const gone = codeOf(error) === 'ENOENT' && (await stat(source).catch(codeOf)) === 'ENOENT'
      if (!gone || relative === '') throw failure(error, source)
      vanished += 1
      options.onVanished?.(relative)
      return undefined
    }
  }

  const copyEntry = async (relative: string, isDirectory: boolean, siblings: readonly string[]) => {
    const choice = filter(relative, isDirectory, siblings)
    if (choice === 'skip') return
    if (isDirectory) {
      await copyDirectory(relative, choice === 'keep-empty')
      return
    }
    const size = await unlessVanished(relative, () =>
      copySmallFile(path.join(from, relative), path.join(to, relative), smallBuffer),
    )
    if (size === 'large') large.push(relative)
    else if (size !== undefined) count(size, 1)
    if (Date.now() - breathedAt < BREATHE_MS) return
    await breathe()
    breathedAt = Date.now()
    stopIfAborted()
  }

  const copyDirectory = async (relative: string, keepEmpty: boolean): Promise<void> => {
    const source = path.join(from, relative)
    const entries = await unlessVanished(relative, async () => {
      const { mode } = await stat(source)
      const found = keepEmpty ? [] : await readdir(source, { withFileTypes: true })
      if (relative === '') return found
      await mkdir(path.join(to, relative), { mode: mode & 0o777 })
      if ((mode & 0o777) !== 0o700) await chmod(path.join(to, relative), mode & 0o777)
      return found
    })
    const siblings = (entries ?? []).map((entry) => entry.name)
    for (const entry of entries ?? []) {
      const inside = relative === '' ? entry.name : `${relative}/${entry.name}`
      if (!entry.isSymbolicLink()) {
        if (entry.isDirectory() || entry.isFile()) await copyEntry(inside, entry.isDirectory(), siblings)
      } else if (onLink(inside) === 'follow') {
        const target = await unlessVanished(inside, () => stat(path.join(from, inside)))
        if (target !== undefined) await copyEntry(inside, target.isDirectory(), siblings)
      }
    }
  }

  stopIfAborted()
  await copyDirectory('', false)
  let failed: PgTandemError | undefined
  let cloning = true
  const onBytes = (bytes: number) => count(bytes, 0)
  const copyLarge = async () => {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let next = large.pop(); next !== undefined; next = large.pop()) {
      const relative = next
      await unlessVanished(relative, async () => {
        stopIfAborted()
        const [source, target] = [path.join(from, relative), path.join(to, relative)]
        if (cloning && (await cloneFile(source, target))) count((await stat(target)).size, 1)
        else {
          cloning = false
          await copyLargeFile(source, target, { buffer, signal, onBytes })
          count(0, 1)
        }
      }).catch((error: unknown) => {
        failed ??= failure(error, path.join(from, relative))
        large.length = 0
      })
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, options.concurrency ?? 3) }, copyLarge))
  if (failed !== undefined) throw failed
  onProgress?.({ bytesDone, filesDone })
  return { bytesDone, filesDone, vanished }
}

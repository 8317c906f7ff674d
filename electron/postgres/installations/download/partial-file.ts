import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'

/** A file of which only the beginning has come yet. One writer at a time: its user holds a lock. */
export interface PartialFile {
  readonly path: string
  /** How much of it is here. */
  readonly bytes: () => number
  /** What its server called this version of the file, see `validatorOf`. */
  readonly validator: () => string | undefined
  /** Throws away what is here; `validator` is that of what comes now. */
  readonly restart: (validator?: string) => Promise<void>
  readonly append: (chunk: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const describeFailure = (file: string, error: unknown): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof PgTandemError || code === undefined) return error
  const options = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new PgTandemError('download-disk-full', { path: file }, {}, options)
  if (code === 'EROFS') return new PgTandemError('read-only-disk', { path: path.dirname(file) }, {}, options)
  if (code === 'EACCES' || code === 'EPERM')
    return new PgTandemError('path-not-writable', { path: path.dirname(file) }, {}, options)
  return new PgTandemError('file-not-written', { path: file, reason: code }, {}, options)
}

/** Runs what writes to a file of the cache, and says by a code what the disk refused. */
export const writing = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw describeFailure(file, error)
  }
}

const validatorFile = (file: string) => `${file}.validator`

/** Removes a partial file with what was noted about it. */
export const removePartial = async (file: string): Promise<void> => {
  await rm(validatorFile(file), { force: true })
  await rm(file, { force: true })
}

/**
 * Opens a partial file, with what an earlier run has left of it, or makes an empty one and its folder.
 *
 * Throws, as its functions do, `download-disk-full`, `read-only-disk`, `path-not-writable` or `file-not-written`.
 */
export const openPartialFile = async (file: string): Promise<PartialFile> => {
  const handle = await writing(file, async () => {
    await mkdir(path.dirname(file), { recursive: true })
    return open(file, 'a', 0o600)
  })
  let { size } = await handle.stat()
  const noted = await readFile(validatorFile(file), 'utf8').catch(() => '')
  let validator = /^[\x20-\x7e]+$/.test(noted) ? noted : undefined
  return {
    path: file,
    bytes: () => size,
    validator: () => validator,
    // Emptied before the note is written: a kill between the two leaves no bytes under a wrong note.
    restart: (next) =>
      writing(file, async () => {
        await handle.truncate(0)
        size = 0
        await rm(validatorFile(file), { force: true })
        if (next !== undefined) await writeFileAtomic(validatorFile(file), next)
        validator = next
      }),
    append: (chunk) =>
      writing(file, async () => {
        try {
          await handle.appendFile(chunk)
          size += chunk.byteLength
        } catch (error) {
          // A full disk may have taken some of it, which is good to go on from.
          size = (await handle.stat()).size
          throw error
        }
      }),
    close: () => handle.close(),
  }
}

import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { copyFile, open, unlink } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { PROGRAM_COPY_BYTES, copyByProgram } from './copy-by-program.ts'

/** Up to this size a file is copied without leaving the thread: five system calls cost less than one trip to the thread pool. */
export const SMALL_FILE_BYTES = 256 * 1024

/** What one turn of a large copy reads and writes. */
export const CHUNK_BYTES = 1024 * 1024

const MODE_BITS = 0o777
const OWNER_ONLY = 0o600

/** Opened with `wx`, so nothing that stands there is overwritten. */
const CREATE_FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL

/**
 * Copies a file of up to `SMALL_FILE_BYTES` and returns its size; `large` when it is bigger, and then nothing was made.
 *
 * Throws what the file system says; a half-made target stays.
 */
export const copySmallFile = (from: string, to: string, buffer: Buffer): number | 'large' => {
  const source = openSync(from, 'r')
  try {
    const { size, mode } = fstatSync(source)
    if (size > SMALL_FILE_BYTES) return 'large'
    const permissions = mode & MODE_BITS
    const target = openSync(to, CREATE_FLAGS, permissions)
    try {
      if (permissions !== OWNER_ONLY) fchmodSync(target, permissions)
      let done = 0
      while (done < size) {
        const read = readSync(source, buffer, 0, size - done, done)
        if (read === 0) break
        for (let written = 0; written < read;) written += writeSync(target, buffer, written, read - written)
        done += read
      }
      return done
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** How a large copy is followed and stopped. */
export interface LargeCopyOptions {
  readonly buffer: Buffer
  readonly signal: AbortSignal | undefined
  /** Bytes more than told before; fewer than none when a copy begins again. */
  readonly onBytes: (bytes: number) => void
}

/**
 * Copies a file of any size up to the length it had when it was opened (`cp` may take what was added meanwhile).
 *
 * Throws what the file system says, or `cancelled`; a half-made target stays.
 */
export const copyLargeFile = async (from: string, to: string, options: LargeCopyOptions): Promise<void> => {
  const { buffer, signal, onBytes } = options
  const source = await open(from, 'r')
  try {
    const { size, mode } = await source.stat()
    const permissions = mode & MODE_BITS
    const target = await open(to, CREATE_FLAGS, permissions)
    try {
      if (permissions !== OWNER_ONLY) await target.chmod(permissions)
      if (size >= PROGRAM_COPY_BYTES && (await copyByProgram(from, to, { target, signal, onBytes }))) return
      let done = 0
      while (done < size) {
        if (signal?.aborted === true) throw new PgTandemError('cancelled')
        const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, size - done), done)
        if (bytesRead === 0) break
        for (let written = 0; written < bytesRead;)
          written += (await target.write(buffer, written, bytesRead - written, done + written)).bytesWritten
        done += bytesRead
        onBytes(bytesRead)
      }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

const NO_CLONING = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EINVAL', 'ENOTTY', 'EPERM'])

/**
 * Clones a file's blocks (Btrfs, XFS, APFS); false where this file system cannot, and then nothing is left behind.
 *
 * Only forced cloning goes through copyFile: its byte copy never ends when a server truncates the file meanwhile.
 */
export const cloneFile = async (from: string, to: string): Promise<boolean> => {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!NO_CLONING.has(code)) throw error
    await unlink(to).catch(() => undefined)
    return false
  }
}

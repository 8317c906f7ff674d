import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import writeWholeFile from 'write-file-atomic'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { syncDirectory } from './sync-directory.ts'

const RETRY_FOR_MS = 3000

/** Whether Windows answers this while another program (an antivirus scanner, an editor) holds a file for a moment. */
const isHeld = (code: string | undefined) =>
  process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(code ?? '')

const writeWithRetries = async (file: string, data: string | Uint8Array, mode: number | undefined) => {
  const deadline = Date.now() + RETRY_FOR_MS
  for (let waitMs = 10; ; waitMs *= 2) {
    try {
      await writeWholeFile(file, data, mode === undefined ? {} : { mode })
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (!isHeld(code)) throw error
      if (Date.now() + waitMs > deadline)
        throw new PgTandemError('file-held', { path: file }, {}, { cause: error })
      await sleep(waitMs)
    }
  }
}

/**
 * Replaces a whole file: whoever reads it sees the old or the new content, also after a power failure.
 *
 * Mode and owner of an existing file are kept unless `mode` is given; a symbolic link stays one and its target is replaced.
 * Throws `file-held` or `file-not-written`; the old file is then unchanged.
 */
export const writeFileAtomic = async (
  file: string,
  data: string | Uint8Array,
  { mode }: { readonly mode?: number } = {},
): Promise<void> => {
  try {
    await writeWithRetries(file, data, mode)
    await syncDirectory(path.dirname(file))
  } catch (error) {
    if (error instanceof PgTandemError) throw error
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new PgTandemError('file-not-written', { path: file, reason }, {}, { cause: error })
  }
}

import path from 'node:path'
import writeWholeFile from 'write-file-atomic'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { syncDirectory } from './sync-directory.ts'
import { isHeld, whileHeld } from './while-held.ts'

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
    await whileHeld(() => writeWholeFile(file, data, mode === undefined ? {} : { mode }))
    await syncDirectory(path.dirname(file))
  } catch (error) {
    if (isHeld(error)) throw new PgTandemError('file-held', { path: file }, {}, { cause: error })
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new PgTandemError('file-not-written', { path: file, reason }, {}, { cause: error })
  }
}

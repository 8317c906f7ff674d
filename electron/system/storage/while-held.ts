import { rename } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

const RETRY_FOR_MS = 3000
/** A scanner goes through all the files of a folder that was just made. */
const RENAME_FOR_MS = 60_000
const LONGEST_WAIT_MS = 500

/** Whether Windows answers this while another program (an antivirus scanner, an editor) holds a file for a moment. */
export const isHeld = (error: unknown, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Whether what is held may yet be let go, and where this is asked. */
export interface Patience {
  /** Default 3000; 60 000 for a renaming. */
  readonly forMs?: number
  readonly platform?: NodeJS.Platform
}

/** Does `work` again while another program holds what it needs; what Windows answers last is thrown. */
export const whileHeld = async <T>(
  work: () => Promise<T> | T,
  { forMs = RETRY_FOR_MS, platform = process.platform }: Patience = {},
): Promise<T> => {
  const deadline = Date.now() + forMs
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error, platform) || Date.now() + waitMs > deadline) throw error
      await sleep(waitMs)
    }
  }
}

/**
 * Renames a file or folder; on Windows again and again while another program holds something in it.
 *
 * A folder at `to` looks the same to Windows, and would be waited for in vain. Throws `folder-held` when that does not
 * end; nothing is renamed then.
 */
export const renameWhenFree = async (from: string, to: string, patience: Patience = {}): Promise<void> => {
  try {
    await whileHeld(() => rename(from, to), { forMs: RENAME_FOR_MS, ...patience })
  } catch (error) {
    if (isHeld(error, patience.platform))
      throw new PgTandemError('folder-held', { path: from }, {}, { cause: error })
    throw error
  }
}

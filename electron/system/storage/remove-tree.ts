import { lstat, rm } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

/**
 * Removes a file or a whole directory tree; links and junctions are removed, never followed.
 *
 * What another program holds for a moment is tried again for about five seconds. Throws `tree-not-removed`; a part of the
 * tree may then be gone, and calling it again is the way on.
 */
export const removeTree = async (target: string): Promise<'removed' | 'absent'> => {
  // A trailing slash would make the system look behind a link.
  const resolved = path.resolve(target)
  if (path.parse(resolved).root === resolved) throw new Error('a whole file system is never removed')
  const found = await lstat(resolved).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new PgTandemError('tree-not-removed', { path: resolved, reason: error.code ?? error.message })
  })
  if (found === undefined) return 'absent'
  try {
    await rm(resolved, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    return 'removed'
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PgTandemError('tree-not-removed', { path: resolved, reason }, {}, { cause: error })
  }
}

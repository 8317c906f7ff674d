import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { isInside } from '../../system/platform/paths.ts'
import { renameWhenFree } from '../../system/storage/while-held.ts'
import { downloadsDir } from './installation-places.ts'
import { removeAbandoned, scratchIn } from './remove-abandoned.ts'

/** The instances whose programs lie in a downloaded version, however the way to them is spelled. */
export const instancesUsing = async (
  version: string,
  home: string,
  instances: readonly { readonly name: string; readonly binDir: string }[],
): Promise<readonly string[]> => {
  const prefix = path.join(downloadsDir(home), version)
  const used = await Promise.all(instances.map(({ binDir }) => isInside(binDir, prefix)))
  return instances.filter((_, index) => used[index]).map(({ name }) => name)
}

/**
 * Removes a downloaded version; installations that PgTandem did not download are never touched.
 *
 * Throws `installation-in-use` when `inUseBy` names instances, `not-downloaded` when there is no such version here.
 * It loses its name first, so a half removed installation is never found; the next call clears what a kill left.
 */
export const removeDownloaded = async (
  version: string,
  options: { readonly home: string; readonly inUseBy: readonly string[] },
): Promise<void> => {
  const { home, inUseBy } = options
  if (inUseBy.length > 0)
    throw new PgTandemError('installation-in-use', { version, instances: inUseBy.join(', ') })
  await removeAbandoned(home)
  const prefix = path.join(downloadsDir(home), version)
  const found = /^\d[\w.]*$/.test(version) ? await stat(prefix).catch(() => undefined) : undefined
  if (found === undefined) throw new PgTandemError('not-downloaded', { version })
  const leaving = scratchIn(home, version, 'removing')
  await renameWhenFree(prefix, leaving)
  await rm(leaving, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

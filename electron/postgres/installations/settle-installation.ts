import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isBroken, type Installation } from './installation.ts'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { renameWhenFree } from '../../system/storage/while-held.ts'
import { downloadsDir } from './installation-places.ts'
import { ensureLibraryLinks } from './library-links.ts'
import { probeInstallation } from './probe-installation.ts'
import { addVisualCRuntime } from './visual-c-runtime.ts'

/** A whole installation that does not stand in its place yet. */
export interface UnsettledInstallation {
  /** Folder with `bin`, `lib` and `share`. */
  readonly prefix: string
  /** What is removed afterwards: `prefix` itself or a folder around it. */
  readonly scratch: string
  readonly home: string
  /** Windows: a folder of programs to take the Visual C++ runtime from, should it have one; see `addVisualCRuntime`. */
  readonly runtimeFrom?: string
}

/**
 * Puts a finished folder under its version's name among the downloads; what is there already stays, and wins.
 *
 * It is linked and run first, so nothing that does not work ever gets that name. `scratch` is gone afterwards, also after a failure.
 */
export const settleInstallation = async (
  { prefix: unfinished, scratch, home, runtimeFrom }: UnsettledInstallation,
  signal?: AbortSignal,
): Promise<Installation> => {
  try {
    await ensureLibraryLinks(unfinished)
    if (runtimeFrom !== undefined) await addVisualCRuntime(runtimeFrom, path.join(unfinished, 'bin'))
    const probed = await probeInstallation(
      { binDir: path.join(unfinished, 'bin'), source: 'downloaded' },
      signal,
    )
    if (isBroken(probed)) throw new PgTandemError(probed.code, probed.params)
    const prefix = path.join(downloadsDir(home), probed.version)
    const isThere = async () => (await stat(path.join(prefix, 'bin')).catch(() => undefined)) !== undefined
    if (!(await isThere()))
      await renameWhenFree(unfinished, prefix).catch(async (error: NodeJS.ErrnoException) => {
        if (!(await isThere())) throw error
      })
    const settled = await probeInstallation(
      { binDir: path.join(prefix, 'bin'), source: 'downloaded' },
      signal,
    )
    if (isBroken(settled)) throw new PgTandemError(settled.code, settled.params)
    return settled
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

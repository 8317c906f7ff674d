import { chmod, constants, cp, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Installation } from './installation.ts'
import { downloadsDir } from './installation-places.ts'
import { scratchIn } from './remove-abandoned.ts'
import { settleInstallation } from './settle-installation.ts'

/** Makes folders writable to their owner: a copy has the modes of its source, which may be closed. */
const openFolders = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  const entries = await readdir(folder, { withFileTypes: true })
  await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map((entry) => openFolders(path.join(folder, entry.name))),
  )
}

/**
 * Copies an installation into `<home>/postgres/<version>`, where the account that runs the servers can read it.
 *
 * For the bundled one when node_modules belongs to another account, or lies where that account cannot go (/root).
 */
export const copyInstallation = async (
  prefix: string,
  home: string,
  signal?: AbortSignal,
): Promise<Installation> => {
  const partial = scratchIn(home, 'copy', 'partial')
  await mkdir(downloadsDir(home), { recursive: true })
  try {
    await cp(prefix, partial, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
    await openFolders(partial)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
  return settleInstallation({ prefix: partial, scratch: partial, home }, signal)
}

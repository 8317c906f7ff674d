import { mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { openJsonStore } from '../../system/storage/json-store.ts'
import { isBroken, type Candidate, type Installation } from './installation.ts'
import { addedFoldersFile } from './installation-places.ts'
import { probeInstallation } from './probe-installation.ts'

const folderStore = (home: string) => openJsonStore(addedFoldersFile(home), z.array(z.string()), 1, [])

/** Reads the folders that the user added. Throws `state-file-damaged`, and leaves the file as it is. */
export const readAddedFolders = async (home: string): Promise<readonly string[]> => folderStore(home).read()

/** Lists them as candidates. */
export const listAddedFolders = async (home: string): Promise<readonly Candidate[]> =>
  (await readAddedFolders(home)).map((binDir) => ({ binDir, source: 'folder' }))

/**
 * Adds a folder of server programs (its parent will do) after running them; adding one twice changes nothing.
 *
 * Throws the reason why it is no installation that can be used.
 */
export const addFolder = async (
  folder: string,
  home: string,
  signal?: AbortSignal,
): Promise<Installation> => {
  const given = path.resolve(folder)
  const below = await probeInstallation({ binDir: path.join(given, 'bin'), source: 'folder' }, signal)
  const probed = isBroken(below)
    ? await probeInstallation({ binDir: given, source: 'folder' }, signal)
    : below
  if (isBroken(probed)) throw new PgTandemError(probed.code, probed.params)
  await mkdir(home, { recursive: true })
  await folderStore(home).update((folders) =>
    folders.includes(probed.binDir) ? folders : [...folders, probed.binDir],
  )
  return probed
}

/** Forgets a folder that was added; its files stay. Returns whether it was known. */
export const forgetFolder = async (folder: string, home: string): Promise<boolean> => {
  const binDir = await realpath(folder).catch(() => path.resolve(folder))
  const isKept = (known: string) => known !== binDir && known !== folder
  if ((await readAddedFolders(home)).every(isKept)) return false
  await folderStore(home).update((folders) => folders.filter(isKept))
  return true
}

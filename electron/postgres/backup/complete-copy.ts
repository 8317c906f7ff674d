import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { syncDirectory } from '../../system/storage/sync-directory.ts'
import { syncTree } from '../../system/storage/sync-tree.ts'
import { renameWhenFree } from '../../system/storage/while-held.ts'
import { parseTablespaceMap } from '../facts/tablespace-map.ts'
import { HELD_LABEL, LABEL } from './backup-label.ts'
import { readTablespaces } from './tablespaces.ts'

const exists = (file: string) =>
  access(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

/** Folders outside the copy that belong to it: by the map that its first start reads, or by links already made. */
const readTablespaceFolders = async (partialDir: string): Promise<readonly string[]> => {
  const map = await readFile(path.join(partialDir, 'tablespace_map'), 'utf8').catch(() => '')
  const links = map === '' ? [] : parseTablespaceMap(map)
  const linked = (await readTablespaces(partialDir)).map((tablespace) => tablespace.location)
  return [...new Set([...('damaged' in links ? [] : links.map((link) => link.location)), ...linked])]
}

/**
 * Makes a whole copy a data directory: everything synced, then `backup_label` put in place, then renamed to its final name.
 *
 * | killed after          | what stands              | calling it again |
 * |-----------------------|--------------------------|------------------|
 * | syncing               | partial, label held back | goes on          |
 * | the label's rename    | partial with label       | goes on          |
 * | the directory's rename| final                    | syncs the parent |
 *
 * May be repeated. Throws `backup-incomplete` (neither label), `final-directory-taken` or `folder-held`.
 */
export const completeCopy = async (
  partialDir: string,
  finalDir: string,
  signal?: AbortSignal,
): Promise<void> => {
  const parent = path.dirname(finalDir)
  if (!(await exists(partialDir))) {
    const isDone = await exists(path.join(finalDir, 'PG_VERSION'))
    if (!isDone) throw new PgTandemError('backup-incomplete', { path: partialDir })
    await syncDirectory(parent)
    return
  }
  if (await exists(finalDir)) throw new PgTandemError('final-directory-taken', { path: finalDir })
  const held = path.join(partialDir, HELD_LABEL)
  const isHeld = await exists(held)
  if (!isHeld && !(await exists(path.join(partialDir, LABEL))))
    throw new PgTandemError('backup-incomplete', { path: partialDir })
  for (const folder of await readTablespaceFolders(partialDir)) await syncTree(folder, signal)
  await syncTree(partialDir, signal)
  if (isHeld) await renameWhenFree(held, path.join(partialDir, LABEL))
  await syncDirectory(partialDir)
  await renameWhenFree(partialDir, finalDir)
  await syncDirectory(parent)
}

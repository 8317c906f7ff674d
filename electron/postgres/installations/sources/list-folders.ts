import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Lists the folders in `folder` whose name matches, newest name first; none where it cannot be read. */
export const listFolders = async (folder: string, name: RegExp): Promise<readonly string[]> => {
  const entries = await readdir(folder).catch(() => [])
  return entries
    .filter((entry) => name.test(entry))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((entry) => path.join(folder, entry))
}

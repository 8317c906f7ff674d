import path from 'node:path'
import type { Candidate } from '../installation.ts'
import { downloadsDir, type InstallationPlaces } from '../installation-places.ts'
import { listFolders } from './list-folders.ts'

/** Lists what `postgres install` put into the home; unfinished downloads have a name that starts with a dot. */
export const listDownloaded = async (places: InstallationPlaces): Promise<readonly Candidate[]> =>
  (await listFolders(downloadsDir(places.home), /^\d/)).map((prefix) => ({
    binDir: path.join(prefix, 'bin'),
    source: 'downloaded',
  }))

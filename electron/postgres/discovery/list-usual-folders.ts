import path from 'node:path'
import { systemPath, type InstallationPlaces } from '../installations/installation-places.ts'
import { listProgramFolders } from '../installations/sources/edb.ts'
import { listFolders } from '../installations/sources/list-folders.ts'
import type { FoundPlace } from './found-place.ts'

/** Lists the folders where installers and packages put data directories, whether there is one in them or not. */
export const listUsualFolders = async (places: InstallationPlaces): Promise<readonly FoundPlace[]> => {
  const system = (folder: string): string => systemPath(places, folder)
  const own = places.env['HOME']
  const lists =
    places.platform === 'win32'
      ? [listProgramFolders(places).then((folders) => folders.map((folder) => path.join(folder, 'data')))]
      : [
          listFolders(system('var/lib/postgresql'), /^\d/).then(async (versions) =>
            (await Promise.all(versions.map((folder) => listFolders(folder, /./)))).flat(),
          ),
          Promise.resolve([system('var/lib/postgresql/data'), system('var/lib/pgsql/data')]),
          below(system('var/lib/pgsql'), /^\d/, 'data'),
          ...['opt/homebrew/var', 'usr/local/var', 'home/linuxbrew/.linuxbrew/var'].map((folder) =>
            below(system(folder), /^postgres(ql(@[\d.]+)?)?$/),
          ),
          ...(own === undefined
            ? []
            : [below(path.join(own, 'Library', 'Application Support', 'Postgres'), /^var-\d/)]),
        ]
  const folders = await Promise.all(lists)
  return folders.flat().map((dataDir) => ({
    dataDir,
    configFile: null,
    version: null,
    port: null,
    source: 'folder',
    label: dataDir,
  }))
}

const below = async (folder: string, name: RegExp, ...inside: string[]): Promise<readonly string[]> =>
  (await listFolders(folder, name)).map((found) => path.join(found, ...inside))

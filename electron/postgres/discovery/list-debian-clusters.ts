import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { getSetting, parseConf } from '../facts/conf/conf-file.ts'
import { decodeConf } from '../facts/conf/encoding.ts'
import { systemPath, type InstallationPlaces } from '../installations/installation-places.ts'
import { listFolders } from '../installations/sources/list-folders.ts'
import type { FoundPlace } from './found-place.ts'

/** Lists the clusters of Debian and Ubuntu by their configuration in `/etc/postgresql/<version>/<cluster>`. */
export const listDebianClusters = async (places: InstallationPlaces): Promise<readonly FoundPlace[]> => {
  const versions = await listFolders(systemPath(places, 'etc/postgresql'), /^\d/)
  const clusters = await Promise.all(versions.map((folder) => listFolders(folder, /./)))
  const found = await Promise.all(clusters.flat().map(readCluster))
  return found.filter((place) => place !== null)
}

async function readCluster(folder: string): Promise<FoundPlace | null> {
  const configFile = path.join(folder, 'postgresql.conf')
  const bytes = await readFile(configFile).catch(() => null)
  if (bytes === null) return null
  const conf = parseConf(decodeConf(bytes).text)
  const dataDir = getSetting(conf, 'data_directory')
  if (dataDir === undefined || !path.isAbsolute(dataDir)) return null
  const [version, cluster] = [path.basename(path.dirname(folder)), path.basename(folder)]
  const port = Number(getSetting(conf, 'port') ?? '5432')
  return {
    dataDir,
    configFile,
    version,
    port: Number.isInteger(port) ? port : null,
    source: 'debian',
    label: `${version}/${cluster}`,
  }
}

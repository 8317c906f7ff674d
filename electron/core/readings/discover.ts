import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { FoundServer } from '../../../shared/model/readings.ts'
import type { FoundPlace } from '../../postgres/discovery/found-place.ts'
import { listDebianClusters } from '../../postgres/discovery/list-debian-clusters.ts'
import { listRunningServers } from '../../postgres/discovery/list-running-servers.ts'
import { listServices } from '../../postgres/discovery/list-services.ts'
import { listUsualFolders } from '../../postgres/discovery/list-usual-folders.ts'
import type { InstallationPlaces } from '../../postgres/installations/installation-places.ts'
import { observeState } from '../instances/observe-state.ts'

/** A source that takes longer is passed over, a server that answers later is told without what it would have said. */
const DEADLINE_MS = 230

/**
 * The servers of this machine that the catalogue does not have, named by a service, by Debian, by their process or by a
 * usual place. Takes less than half a second and never throws: a place that is closed to this account is passed over,
 * unless something else than its folder named it.
 */
export async function discoverServers(
  entries: readonly Pick<CatalogueEntry, 'dataDir'>[],
  places: InstallationPlaces,
): Promise<readonly FoundServer[]> {
  const [services, debian, processes, folders, known] = await Promise.all([
    within(listServices(places), []),
    within(listDebianClusters(places), []),
    within(listRunningServers(), []),
    within(listUsualFolders(places), []),
    Promise.all(entries.map(({ dataDir }) => realPath(dataDir))),
  ])
  const running = new Set(await Promise.all(processes.map(({ dataDir }) => realPath(dataDir))))
  const found = new Map<string, FoundPlace>()
  for (const place of [...services, ...debian, ...processes, ...folders]) {
    const dataDir = await realPath(place.dataDir)
    if (!known.includes(dataDir) && !found.has(dataDir)) found.set(dataDir, { ...place, dataDir })
  }
  const servers = await Promise.all(
    [...found.values()].map((place) => {
      const isRunning = running.has(place.dataDir)
      return within(describe(place, isRunning), asNamed(place, isRunning))
    }),
  )
  return servers.filter((server) => server !== null)
}

const within = <T>(looking: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([looking.catch(() => otherwise), sleep(DEADLINE_MS, otherwise, { ref: false })])

const realPath = (folder: string): Promise<string> => realpath(folder).catch(() => folder)

const asNamed = (place: FoundPlace, running: boolean): FoundServer | null =>
  place.source === 'folder'
    ? null
    : {
        dataDir: place.dataDir,
        version: place.version,
        port: place.port,
        running,
        source: place.source,
        label: place.label,
      }

/** Null for a folder that is no data directory, or of which nobody but its name says that it is one. */
async function describe(place: FoundPlace, isRunning: boolean): Promise<FoundServer | null> {
  const { dataDir, configFile, port, source, label } = place
  const observed = await observeState({ dataDir, configFile, port, host: '127.0.0.1', user: 'postgres' })
  if (observed.state === 'missing') return null
  const isUp = observed.state !== 'stopped' && observed.state !== 'crashed'
  if (observed.filesReadable)
    return {
      dataDir,
      version: observed.version ?? place.version,
      port: observed.port,
      running: isUp,
      source,
      label,
    }
  const named = asNamed(place, isRunning)
  return named === null ? null : { ...named, running: isRunning || (port !== null && isUp) }
}

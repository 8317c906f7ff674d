import { setTimeout as sleep } from 'node:timers/promises'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { FoundServer } from '../../../shared/model/readings.ts'
import type { FoundPlace } from '../../postgres/discovery/found-place.ts'
import { listDebianClusters } from '../../postgres/discovery/list-debian-clusters.ts'
import { listRunningServers } from '../../postgres/discovery/list-running-servers.ts'
import { listServices } from '../../postgres/discovery/list-services.ts'
import { listUsualFolders } from '../../postgres/discovery/list-usual-folders.ts'
import type { InstallationPlaces } from '../../postgres/installations/installation-places.ts'
import { searchServers } from './search-servers.ts'

/** How patient a search is, in milliseconds. */
export interface Patience {
  /** Found by then, it is told then; mostly all is. */
  readonly first: number
  /** From then on, how often what has come since is told. */
  readonly again: number
  /** What has not answered by then, such as a disk that is gone, is passed over. */
  readonly longest: number
}

const usual: Patience = { first: 230, again: 500, longest: 15_000 }

/**
 * The servers of this machine that the catalogue does not have, named by a service, by Debian, by their process or by a
 * usual place.
 *
 * Each list that comes has all that is known by then; the last one is all there is. On a busy machine it takes longer, and
 * misses nothing for that. Never throws: a place that is closed to this account is passed over, unless something else than
 * its folder named it.
 */
export const discoverServers = (
  entries: readonly Pick<CatalogueEntry, 'dataDir'>[],
  places: InstallationPlaces,
  signal: AbortSignal,
): AsyncGenerator<readonly FoundServer[], void, undefined> =>
  tellServers(
    [listServices(places), listDebianClusters(places), listRunningServers(), listUsualFolders(places)],
    entries,
    signal,
  )

/** The same from any sources, the one to be believed most first. */
export async function* tellServers(
  sources: readonly Promise<readonly FoundPlace[]>[],
  entries: readonly Pick<CatalogueEntry, 'dataDir'>[],
  signal: AbortSignal,
  { first, again, longest }: Patience = usual,
): AsyncGenerator<readonly FoundServer[], void, undefined> {
  const began = Date.now()
  const search = searchServers(sources, entries)
  let told = '[]'
  for (let pauseMs = first; Date.now() - began < longest && !signal.aborted; pauseMs = again) {
    if (await isOver(search.over, pauseMs, signal)) break
    const servers = search.found()
    const news = JSON.stringify(servers)
    if (news === told) continue
    told = news
    yield servers
  }
  if (!signal.aborted) yield search.found()
}

async function isOver(over: Promise<void>, waitMs: number, signal: AbortSignal): Promise<boolean> {
  const waiting = new AbortController()
  const pause = sleep(waitMs, false, { signal: AbortSignal.any([waiting.signal, signal]) })
  try {
    return await Promise.race([over.then(() => true), pause.catch(() => true)])
  } finally {
    waiting.abort()
  }
}

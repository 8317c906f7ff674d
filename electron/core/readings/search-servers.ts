import { realpath } from 'node:fs/promises'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { FoundServer } from '../../../shared/model/readings.ts'
import type { FoundPlace } from '../../postgres/discovery/found-place.ts'
import { observeState } from '../instances/observe-state.ts'
import type { ObservedState } from '../instances/observed-state.ts'

/** A search that is under way. */
export interface ServerSearch {
  /** What is known now; a server that was named and not looked at yet comes as it was named. */
  found(): readonly FoundServer[]
  /** When every source has answered and every place was looked at; never rejects. */
  readonly over: Promise<void>
}

interface Sighting {
  readonly place: FoundPlace
  /** Undefined: not looked at yet. */
  observed: ObservedState | undefined
}

/** Looks at all that the sources name, each as it comes; of one that several name, the first source is believed. */
export function searchServers(
  sources: readonly Promise<readonly FoundPlace[]>[],
  entries: readonly Pick<CatalogueEntry, 'dataDir'>[],
): ServerSearch {
  const known = Promise.all(entries.map(({ dataDir }) => realPath(dataDir)))
  const seen = sources.map((): Sighting[] => [])
  const look = async (source: Promise<readonly FoundPlace[]>, sightings: Sighting[]): Promise<void> => {
    const places = await source.catch(() => [])
    await Promise.all(
      places.map(async (named) => {
        const place = { ...named, dataDir: await realPath(named.dataDir) }
        if ((await known).includes(place.dataDir)) return
        const sighting: Sighting = { place, observed: undefined }
        sightings.push(sighting)
        sighting.observed = await observe(place).catch(() => undefined)
      }),
    )
  }
  const looking = sources.map((source, index) => look(source, seen[index] ?? []))
  return {
    over: Promise.all(looking).then(() => undefined),
    found() {
      const all = seen.flat()
      const running = new Set(
        all.filter(({ place }) => place.source === 'process').map(({ place }) => place.dataDir),
      )
      const first = new Map(all.toReversed().map((sighting) => [sighting.place.dataDir, sighting]))
      return [...first.values()]
        .toReversed()
        .flatMap((sighting) => describe(sighting, running.has(sighting.place.dataDir)) ?? [])
    },
  }
}

const realPath = (folder: string): Promise<string> => realpath(folder).catch(() => folder)

const observe = ({ dataDir, configFile, port }: FoundPlace): Promise<ObservedState> =>
  observeState({ dataDir, configFile, port, host: '127.0.0.1', user: 'postgres' })

/** Null for a folder that is no data directory, or of which nobody but its name says that it is one. */
function describe({ place, observed }: Sighting, isRunning: boolean): FoundServer | null {
  const { dataDir, version, port, source, label } = place
  const named = source === 'folder' ? null : { dataDir, version, port, running: isRunning, source, label }
  if (observed === undefined) return named
  if (observed.state === 'missing') return null
  const isUp = observed.state !== 'stopped' && observed.state !== 'crashed'
  if (!observed.filesReadable) return named && { ...named, running: isRunning || (port !== null && isUp) }
  return {
    dataDir,
    version: observed.version ?? version,
    port: observed.port,
    running: isUp,
    source,
    label,
  }
}

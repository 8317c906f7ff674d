import type { KnownSetting as ProgramSetting } from '../../postgres/programs/known-settings.ts'
import type { Installation } from '../../postgres/installations/installation.ts'
import type {
  InstallationFacts,
  InstanceFacts,
  KnownSetting,
  OpenJob,
  World,
  WorldBase,
  WorldNeeds,
} from '../operations/world.ts'
import { observeCandidate } from './adopt-facts.ts'
import type { Catalogue } from './catalogue.ts'
import { observeInstance } from './observe-instance.ts'
import { observePaths } from './observe-paths.ts'
import { findFreePorts, observePorts } from './observe-ports.ts'
import { readText } from './read-file-settings.ts'

/** What observing needs from the rest of the core. */
export interface ObservationServices {
  readonly home: string
  readonly catalogue: Pick<Catalogue, 'list'>
  /** Best remembered between two observations: looking for them touches many folders. */
  readonly listInstallations: () => Promise<readonly Installation[]>
  /** As `createKnownSettingsReader` makes it. */
  readonly readKnownSettings: (binDir: string) => Promise<ReadonlyMap<string, ProgramSetting>>
  readonly listOpenJobs: () => Promise<readonly OpenJob[]>
}

/** The platform as plans know it: every Unix but macOS counts as linux. */
export const worldPlatform = (platform: NodeJS.Platform = process.platform): World['platform'] =>
  platform === 'win32' || platform === 'darwin' ? platform : 'linux'

/** What can be known without looking at any server: enough for an operation to say its needs. */
export async function observeBase(
  services: Pick<ObservationServices, 'home' | 'catalogue' | 'listInstallations'>,
): Promise<WorldBase> {
  const [entries, installations] = await Promise.all([
    services.catalogue.list(),
    services.listInstallations(),
  ])
  return {
    platform: worldPlatform(),
    home: services.home,
    installations: installations.map(toInstallationFacts),
    entries: Object.fromEntries(entries.map((entry) => [entry.name, entry])),
  }
}

/**
 * Looks at everything that an operation needs, all at once. Every instance of the catalogue is looked at by its files and
 * process; only those named in `needs.instances` are asked by SQL.
 *
 * Throws what the catalogue, the jobs or an installation's program throw, and `cancelled`; never for the state of an instance.
 */
export async function observeWorld(
  services: ObservationServices,
  base: WorldBase,
  needs: WorldNeeds,
  signal?: AbortSignal,
): Promise<World> {
  const observing = observeInstances(base, needs, signal)
  const [instances, paths, knownSettings, openJobs, candidate] = await Promise.all([
    observing,
    observePaths(needs.paths ?? []),
    observeKnownSettings(services, needs.knownSettingsOf ?? []),
    services.listOpenJobs(),
    needs.candidate === undefined ? undefined : observeCandidate(needs.candidate, base, observing, signal),
  ])
  const promised = new Set(Object.values(instances).map(({ target }) => target.port))
  const [ports, freePorts] = await Promise.all([
    observePorts(needs.ports ?? []),
    findFreePorts(needs.freePorts ?? 0, promised),
  ])
  const texts = Object.fromEntries((needs.texts ?? []).map((file) => [file, readText(file) ?? null]))
  const world = { ...base, instances, ports, freePorts, paths, knownSettings, openJobs, texts }
  return candidate === undefined ? world : { ...world, candidate }
}

async function observeInstances(
  base: WorldBase,
  needs: WorldNeeds,
  signal: AbortSignal | undefined,
): Promise<Record<string, InstanceFacts>> {
  const observed = await Promise.all(
    Object.values(base.entries).map(async (entry): Promise<[string, InstanceFacts]> => {
      const deep = needs.instances?.includes(entry.name) === true
      const size = needs.sizes?.includes(entry.name) === true
      const depth = { deep, size, ...(signal === undefined ? {} : { signal }) }
      return [entry.name, await observeInstance(entry, base.installations, depth)]
    }),
  )
  return Object.fromEntries(observed)
}

async function observeKnownSettings(
  services: Pick<ObservationServices, 'readKnownSettings'>,
  binDirs: readonly string[],
): Promise<Record<string, readonly KnownSetting[]>> {
  const known = await Promise.all(
    [...new Set(binDirs)].map(async (binDir): Promise<[string, readonly KnownSetting[]]> => {
      const settings = await services.readKnownSettings(binDir)
      return [binDir, [...settings.values()].map(({ name, context }) => ({ name, context }))]
    }),
  )
  return Object.fromEntries(known)
}

const toInstallationFacts = ({
  version,
  major,
  binDir,
  source,
  tools,
  shareDir,
}: Installation): InstallationFacts => ({
  version,
  major,
  binDir,
  source,
  tools,
  shareDir: shareDir ?? null,
})

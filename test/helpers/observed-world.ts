import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { openCatalogue } from '../../electron/core/instances/catalogue.ts'
import { observeBase, observeWorld } from '../../electron/core/instances/observe-world.ts'
import type { World, WorldNeeds } from '../../electron/core/operations/world.ts'
import { createKnownSettingsReader } from '../../electron/postgres/programs/known-settings.ts'
import { probeInstallation } from '../../electron/postgres/installations/probe-installation.ts'
import { isBroken } from '../../electron/postgres/installations/installation.ts'
import type { CatalogueEntry } from '../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { testInstallations } from './test-server.ts'

/** The process that the pid file of a data directory names. */
export const pidOf = async (target: InstanceTarget): Promise<number> =>
  Number((await readFile(path.join(target.dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0])

/** What planning would see with these entries in the catalogue of `home`, which is made. */
export const worldOf = async (
  home: string,
  entries: readonly CatalogueEntry[],
  needs: WorldNeeds,
): Promise<World> => {
  await mkdir(home, { recursive: true })
  const catalogue = openCatalogue(home)
  for (const entry of entries) await catalogue.put(entry)
  const probed = await Promise.all(
    testInstallations.map(({ binDir }) => probeInstallation({ binDir, source: 'folder' })),
  )
  const services = {
    home,
    catalogue,
    listInstallations: async () => probed.flatMap((found) => (isBroken(found) ? [] : [found])),
    readKnownSettings: createKnownSettingsReader(),
    listOpenJobs: async () => [],
  }
  return observeWorld(services, await observeBase(services), needs)
}

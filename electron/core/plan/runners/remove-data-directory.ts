import { join } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readTablespaces } from '../../../postgres/backup/tablespaces.ts'
import { readControlFile, readPgVersion } from '../../../postgres/programs/read-data-directory.ts'
import { isInside } from '../../../system/platform/paths.ts'
import { removeTree } from '../../../system/storage/remove-tree.ts'
import { renameWhenFree } from '../../../system/storage/while-held.ts'
import type { Catalogue } from '../../instances/catalogue.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { RemoveDataDirectoryStep } from '../steps/directories.ts'
import { exists, refuseInUse } from './directories.ts'

/** What is to be deleted gets this name first: a deletion that was interrupted must not look like a data directory. */
const doomed = (path: string): string => `${path}.deleting`

/** Takes away what the plan names, but for what another instance of the catalogue has its data in by now. */
export const removeDataDirectoryRunner: StepRunner<RemoveDataDirectoryStep> = {
  before: async ({ path }) => ({ versionFolder: await readVersionFolder(path) }),
  async run(step, { catalogue, inside, note }, { versionFolder }) {
    const written = typeof versionFolder === 'string' ? versionFolder : null
    const others = await readOthers(step.path, written, catalogue)
    if (await exists(step.path)) {
      await checkIdentity(step)
      const other = await findIn(step.path, others)
      if (other !== undefined) throw new PgTandemError('holds-other-instance', { path: step.path, other })
      await renameWhenFree(step.path, doomed(step.path))
    }
    await inside()
    await removeTree(doomed(step.path))
    const inTablespaces = written === null ? [] : step.tablespaces.map((folder) => join(folder, written))
    for (const path of [...step.belongings, ...inTablespaces]) {
      const other = await findIn(path, others)
      if (other === undefined) await removeTree(path)
      else note({ key: 'notices.folder-stays', params: { path, other } })
    }
  },
  hasHappened: async ({ path }) => !(await exists(path)),
}

/** Safety rule 1: what is deleted is a data directory, of that very cluster, and nobody runs on it. */
async function checkIdentity({ path, systemIdentifier }: RemoveDataDirectoryStep): Promise<void> {
  await readPgVersion(path)
  await refuseInUse(path)
  if (systemIdentifier === null) return
  const found = (await readControlFile(path)).systemIdentifier
  if (found !== systemIdentifier) {
    throw new PgTandemError('not-that-cluster', { path, found, expected: systemIdentifier })
  }
}

/** The one folder that a server writes in of a tablespace, which is its user's; null where its files do not tell. */
const readVersionFolder = async (dataDir: string): Promise<string | null> =>
  Promise.all([readPgVersion(dataDir), readControlFile(dataDir)]).then(
    ([major, { catalogVersion }]) => `PG_${major}_${catalogVersion}`,
    () => null,
  )

interface Other {
  readonly name: string
  /** Where it has data: its data directory, and its folders in tablespaces outside. */
  readonly places: readonly string[]
}

/** The instances of the catalogue that have another data directory. One whose version cannot be read may have ours. */
async function readOthers(
  path: string,
  versionFolder: string | null,
  catalogue: Catalogue,
): Promise<readonly Other[]> {
  const others = (await catalogue.list()).filter(({ dataDir }) => dataDir !== path)
  return Promise.all(
    others.map(async ({ name, dataDir }) => {
      const folder = (await readVersionFolder(dataDir)) ?? versionFolder ?? ''
      const tablespaces = await readTablespaces(dataDir).catch(() => [])
      return { name, places: [dataDir, ...tablespaces.map(({ location }) => join(location, folder))] }
    }),
  )
}

async function findIn(path: string, others: readonly Other[]): Promise<string | undefined> {
  for (const { name, places } of others)
    for (const place of places) if (await isInside(place, path)) return name
  return undefined
}

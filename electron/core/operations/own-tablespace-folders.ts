import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { inDir, namesBelow } from './files.ts'
import { otherIn } from './other-in.ts'
import type { InstanceFacts, World, WorldBase } from './world.ts'

type Owner = Pick<CatalogueEntry, 'name' | 'dataDir'>

/** Where a clone's tablespaces go, each in a folder named for its oid: safety rule 10. */
export const firstTablespaceFolder = ({ name, dataDir }: Owner, home: string): string => {
  const { folder, dataDir: usual } = instancePaths(home, name)
  return dataDir === usual ? inDir(folder, 'tablespaces') : `${dataDir}.tablespaces`
}

/** Where those of a clone that is made again go: new folders never meet the old ones, so each copy counts on. */
export const nextTablespaceFolder = (instance: InstanceFacts, base: WorldBase): string => {
  const { entry, tablespaces } = instance
  const copies = tablespaces.map(({ location }) => copyIn(inDir(location, '..'), entry, base) ?? 1)
  return folderOfCopy(entry.dataDir, Math.max(1, ...copies) + 1)
}

/**
 * The folders that PgTandem made for an instance's tablespaces, of those that they lie in: they may be deleted with it.
 * One that something of another instance lies in is none of them.
 */
export function ownTablespaceFolders({ entry, tablespaces }: InstanceFacts, world: World): string[] {
  const own = tablespaces
    .filter(({ oid, location }) => isSame(inDir(location, '..', String(oid)), location, world.platform))
    .map(({ location }) => inDir(location, '..'))
    .filter(
      (folder) => copyIn(folder, entry, world) !== null && otherIn(folder, entry.name, world) === undefined,
    )
  return [...new Set(own)]
}

/** Which copy of an instance's data has its tablespaces in a folder, counted from the clone's 1; null: PgTandem makes no such one for it. */
function copyIn(folder: string, owner: Owner, { home, platform }: WorldBase): number | null {
  const firsts = [firstTablespaceFolder(owner, home), `${owner.dataDir}.tablespaces`]
  if (firsts.some((first) => isSame(first, folder, platform))) return 1
  const copy = Number(/\.copy(\d+)\.tablespaces$/i.exec(folder)?.[1] ?? 1)
  return copy > 1 && isSame(folderOfCopy(owner.dataDir, copy), folder, platform) ? copy : null
}

const folderOfCopy = (dataDir: string, copy: number): string => `${dataDir}.copy${copy}.tablespaces`

const isSame = (one: string, other: string, platform: WorldBase['platform']): boolean =>
  namesBelow(one, other, platform)?.length === 0

import { namesBelow } from './files.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts, World } from './world.ts'

/** The name of another instance that has its data, or a tablespace, in a folder; undefined where there is none. */
export function otherIn(
  folder: string,
  name: string,
  { instances, paths, platform }: World,
): string | undefined {
  const spellings = [folder, paths[folder]?.realPath ?? folder]
  const isIn = (place: string): boolean =>
    spellings.some((spelling) => namesBelow(spelling, place, platform) !== null)
  return Object.values(instances).find(
    ({ entry, tablespaces }) =>
      entry.name !== name && [entry.dataDir, ...tablespaces.map(({ location }) => location)].some(isIn),
  )?.entry.name
}

/** Its data directory is not taken away while another instance has its data, or a tablespace, in that. */
export function checkHoldsNoOther({ entry }: InstanceFacts, world: World): Refusal | null {
  const { name, dataDir } = entry
  const other = otherIn(dataDir, name, world)
  return other === undefined ? null : refuse('holds-other-instance', { name, path: dataDir, other })
}

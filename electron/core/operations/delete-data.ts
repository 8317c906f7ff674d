import type { Text } from '../../../shared/i18n/text.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { removeDataDirectory } from '../plan/steps/directories.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { namesBelow } from './files.ts'
import type { Refusal } from './operation.ts'
import { checkHoldsNoOther, otherIn } from './other-in.ts'
import { ownTablespaceFolders } from './own-tablespace-folders.ts'
import { mayBeShared } from './shared-tablespaces.ts'
import type { InstanceFacts, World } from './world.ts'

/** What deleting an instance's data comes to. */
export interface Deletion {
  readonly drafts: readonly StepDraft[]
  readonly notices: readonly Text[]
}

/**
 * Deletes a data directory and what belongs to it, nothing of which another server has, or may have, its data in: of one
 * that PgTandem made the folders made for it, of an adopted one what it wrote in its tablespaces. What stays is said.
 */
export function deleteData(instance: InstanceFacts, world: World): Deletion | Refusal {
  const { entry, systemIdentifier, target } = instance
  const { name, dataDir } = entry
  const refusal = checkHoldsNoOther(instance, world)
  if (refusal) return refusal
  const { folder } = instancePaths(world.home, name)
  const other = entry.origin === 'made' ? otherIn(folder, name, world) : undefined
  const ours = [...ownTablespaceFolders(instance, world), ...(other === undefined ? [folder] : [])]
  const belongings = entry.origin === 'made' ? ours : []
  const outside = tablespacesOutside(instance, [dataDir, ...belongings], world)
  const tablespaces = outside.filter(
    (location) => entry.origin === 'adopted' && !mayBeShared(location, instance, world),
  )
  const stay = outside.filter((location) => !tablespaces.includes(location))
  return {
    drafts: [removeDataDirectory(name, dataDir, { systemIdentifier, belongings, tablespaces })],
    notices: [
      ...(other === undefined ? [] : [folderStays(folder, other)]),
      ...(stay.length === 0 ? [] : [tablespacesKept(name, target.major, stay)]),
    ],
  }
}

const folderStays = (path: string, other: string): Text => ({
  key: 'notices.folder-stays',
  params: { path, other },
})

/** Where its tablespaces lie that are in none of these folders. */
export const tablespacesOutside = (
  { tablespaces }: InstanceFacts,
  folders: readonly string[],
  { platform }: World,
): string[] =>
  tablespaces
    .map(({ location }) => location)
    .filter((location) => folders.every((folder) => namesBelow(folder, location, platform) === null))

export const tablespacesKept = (name: string, major: number, locations: readonly string[]): Text => ({
  key: 'notices.tablespaces-kept',
  params: { name, folders: `PG_${major}_…`, paths: locations.join(', ') },
})

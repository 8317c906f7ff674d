import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { slotNameFor } from '../../../shared/model/instance-name.ts'
import { cascadeAbove } from './clone.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts, ServerFacts, World } from './world.ts'

/** Whether an instance can be made again as a standby of `source`, which is not its upstream now. */
export function checkOtherUpstream(
  { entry, target }: InstanceFacts,
  source: InstanceFacts,
  server: ServerFacts,
  world: World,
): Refusal | null {
  const from = source.entry.name
  const entries = Object.fromEntries(Object.values(world.instances).map((one) => [one.entry.name, one.entry]))
  if (from === entry.name || cascadeAbove(from, { ...world, entries }).includes(entry.name))
    return refuse('upstream-below-itself', { name: entry.name, upstream: from })
  if (source.target.major !== target.major)
    return refuse('upstream-of-other-major', { name: entry.name, upstream: from, major: target.major })
  const slot = slotOn(entry)
  const isUsed = server.slots.some(({ name, active }) => name === slot && active)
  return isUsed ? refuse('slot-exists', { slot: slot ?? '', name: from }) : null
}

/** A former primary had none; a standby that was made without one stays without. */
const slotOn = ({ name, upstream, slot }: CatalogueEntry): string | null =>
  upstream === null ? slotNameFor(name) : slot

/** What the catalogue has of it from then on: the source's roles, and nothing of what it was before. */
export const asStandbyOf = (source: InstanceFacts, entry: CatalogueEntry): CatalogueEntry => ({
  ...entry,
  binDir: source.entry.binDir,
  user: source.entry.user,
  replicationRole: source.entry.replicationRole,
  upstream: source.entry.name,
  slot: slotOn(entry),
  applicationName: entry.applicationName ?? entry.name,
  supersededBy: null,
  link: null,
})

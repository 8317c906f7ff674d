import { namesBelow } from './files.ts'
import type { InstanceFacts, World } from './world.ts'

/**
 * Whether another server may have its data in the very same tablespace: a primary and its standby on one machine write
 * into one folder once CREATE TABLESPACE was run (facts, A5). In doubt it may.
 */
export function mayBeShared(location: string, instance: InstanceFacts, world: World): boolean {
  const others = Object.values(world.instances).filter(({ entry }) => entry.name !== instance.entry.name)
  return (
    !isAlone(instance, world) ||
    others.some((other) => isHidden(other) || linksTo(other, location, instance, world))
  )
}

/** Every server that has the same data, as far as it can be seen, is in the catalogue. It takes its server to see standbys. */
function isAlone({ entry, role, server }: InstanceFacts, { instances }: World): boolean {
  if (server === null || server.replication.length > 0 || server.slots.length > 0) return false
  return role === 'primary' || (entry.upstream !== null && instances[entry.upstream] !== undefined)
}

/** What it links to cannot be seen. */
const isHidden = ({ state, filesReadable, server }: InstanceFacts): boolean =>
  state === 'missing' || (!filesReadable && server === null)

/** Servers of another major version keep to a folder of their own in it. */
const linksTo = (
  other: InstanceFacts,
  location: string,
  { target }: InstanceFacts,
  { platform }: World,
): boolean =>
  other.target.major === target.major &&
  other.tablespaces.some((tablespace) => namesBelow(location, tablespace.location, platform)?.length === 0)

import { parseConninfo } from '../../postgres/facts/conninfo.ts'
import { currentSetting } from './change-settings.ts'
import type { InstanceFacts, World } from './world.ts'

/** Who may still be the primary of a standby: a name of the catalogue or `host:port`; null where nothing says who it is. */
export interface LivePrimary {
  readonly primary: string | null
}

/**
 * Up the cascade from a standby to what may still run as its primary; null when all that could be are seen to be down.
 *
 * A standby on the way counts whether it runs or not: the primary above it is the same. Beyond the catalogue only
 * primary_conninfo tells, as the server has it, else its files (recovery.conf up to 11).
 */
export function findLivePrimary(
  standby: InstanceFacts,
  world: World,
  below: readonly InstanceFacts[] = [],
): LivePrimary | null {
  const { name, upstream } = standby.entry
  const twins = Object.values(world.instances).filter(
    (other) =>
      other.entry.name !== name &&
      (other.entry.name === upstream ||
        (other.systemIdentifier !== null && other.systemIdentifier === standby.systemIdentifier)),
  )
  const alive = twins.find((other) => other.role !== 'standby' && mayRun(other))
  if (alive) return { primary: alive.entry.name }
  const known = upstream === null ? undefined : world.instances[upstream]
  if (!known) return { primary: addressIn(conninfoOf(standby)) }
  if (!isBetween(known)) return null
  return below.includes(known) ? { primary: null } : findLivePrimary(known, world, [...below, standby])
}

const conninfoOf = (standby: InstanceFacts): string => currentSetting(standby, 'primary_conninfo') ?? ''

/** It has a primary itself: a standby, or one whose files do not say what it is but that has an upstream. */
const isBetween = (instance: InstanceFacts): boolean =>
  instance.role === 'standby' ||
  (instance.role === 'unknown' && (instance.entry.upstream !== null || conninfoOf(instance) !== ''))

/** A server whose data directory was deleted under it may still answer on its port. */
function mayRun({ state, portState }: InstanceFacts): boolean {
  if (state === 'missing') return portState?.state === 'taken'
  return state !== 'stopped' && state !== 'crashed'
}

function addressIn(conninfo: string): string | null {
  if (conninfo === '') return null
  const parsed = parseConninfo(conninfo)
  if (parsed.kind === 'invalid') return null
  return `${parsed.params['host'] ?? parsed.params['hostaddr'] ?? '127.0.0.1'}:${parsed.params['port'] ?? '5432'}`
}

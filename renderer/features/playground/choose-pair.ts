import type { InstanceView } from '../../../shared/model/live-state.ts'
import { rootOf } from '../../../shared/model/topology.ts'

/** A server that takes writes, and one that follows it. */
export interface Pair {
  readonly primary: InstanceView
  /** Follows it, perhaps by way of other standbys. */
  readonly standby: InstanceView
}

/** What the page shows. */
export type ChosenPair =
  | ({ readonly kind: 'pair' } & Pair)
  /** It was named as a standby, and is a primary by now. */
  | { readonly kind: 'promoted'; readonly instance: InstanceView }
  /** A standby of nobody whom we know. */
  | { readonly kind: 'adrift'; readonly instance: InstanceView }
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'none' }

/** Every standby whose primary is known, in the catalogue's order. Pure. */
export const pairsAmong = (instances: readonly InstanceView[]): readonly Pair[] =>
  instances.flatMap((standby) => pairOf(standby, instances) ?? [])

const isUp = ({ state }: InstanceView): boolean => state === 'running'

/** The pair that an address means; without a name the first one of which both run, else the first. Pure. */
export function choosePair(name: string | null, instances: readonly InstanceView[]): ChosenPair {
  if (name === null) {
    const pairs = pairsAmong(instances)
    const first = pairs.find(({ primary, standby }) => isUp(primary) && isUp(standby)) ?? pairs[0]
    return first === undefined ? { kind: 'none' } : { kind: 'pair', ...first }
  }
  const instance = instances.find((one) => one.name === name)
  if (instance === undefined) return { kind: 'gone', name }
  if (instance.role === 'primary') {
    const follower = pairsAmong(instances).find(({ primary }) => primary.name === name)
    return follower === undefined ? { kind: 'promoted', instance } : { kind: 'pair', ...follower }
  }
  const pair = pairOf(instance, instances)
  return pair === null ? { kind: 'adrift', instance } : { kind: 'pair', ...pair }
}

function pairOf(standby: InstanceView, instances: readonly InstanceView[]): Pair | null {
  if (standby.role !== 'standby') return null
  const root = rootOf(standby.name, instances)
  const primary = root === standby.name ? undefined : instances.find(({ name }) => name === root)
  return primary === undefined ? null : { primary, standby }
}

import { allowedActions, isStartedWithAll } from './actions.ts'
import type { InstanceView } from './live-state.ts'
import { startOrder, stopOrder } from './start-order.ts'

type Member = Pick<InstanceView, 'name' | 'state' | 'role' | 'upstream'> & {
  readonly entry: Pick<InstanceView['entry'], 'supersededBy'>
}

/** Names of all that "start all" starts, upstreams first; never a primary in whose place a standby was promoted. */
export const namesToStart = (instances: readonly Member[]): readonly string[] =>
  inOrder(startOrder(instances), instances, (view) => isStartedWithAll(view, contextOf(view)))

/** Names of all that can be stopped, standbys before their upstreams. */
export const namesToStop = (instances: readonly Member[]): readonly string[] =>
  inOrder(stopOrder(instances), instances, (view) => allowedActions(view, contextOf(view)).includes('stop'))

const contextOf = ({ entry }: Member): { readonly superseded: boolean } => ({
  superseded: entry.supersededBy !== null,
})

function inOrder(
  order: readonly string[],
  instances: readonly Member[],
  isMeant: (view: Member) => boolean,
): readonly string[] {
  const meant = new Set(instances.filter(isMeant).map(({ name }) => name))
  return order.filter((name) => meant.has(name))
}

import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'
import type { Confirmation } from '../../../../shared/model/plan-preview.ts'
import { namesToStart, namesToStop } from '../../../../shared/model/on-all.ts'
import type { Host } from '../../rpc/host.ts'
import { type Agree, perform, type Performed, type Request } from './perform.ts'

/** How each of several requests ended, in their order. */
export type Outcomes = readonly { readonly request: Request; readonly performed: Performed }[]

/**
 * One after the other; where one fails the others go on. What needs agreement is asked for once, beforehand; `agreed`: it
 * was given already.
 */
export async function performAll(
  requests: readonly Request[],
  host: Pick<Host, 'core' | 'jobs'>,
  agree: Agree | 'agreed',
): Promise<Outcomes> {
  const asked = agree === 'agreed' ? [] : await confirmationsOf(requests, host)
  if (agree !== 'agreed' && asked.length > 0 && !(await agree(asked)))
    return requests.map((request) => ({ request, performed: { kind: 'declined' } }))
  const outcomes: Outcomes[number][] = []
  for (const request of requests)
    outcomes.push({ request, performed: await perform(request, host, () => Promise.resolve(true)) })
  return outcomes
}

async function confirmationsOf(
  requests: readonly Request[],
  { core }: Pick<Host, 'core'>,
): Promise<readonly Confirmation[]> {
  const all = requests.map(async ({ operation, name }) => {
    // What cannot be planned says so when it is its turn.
    const planned = await core.plan(operation, { name }).catch(() => undefined)
    return planned?.kind === 'plan' ? planned.plan.confirmations : []
  })
  return (await Promise.all(all)).flat()
}

/** Requests that start whatever "start all" starts: upstreams first, never a superseded primary. Pure. */
export const startRequests = ({ instances }: Pick<LiveState, 'instances'>): readonly Request[] =>
  namesToStart(instances).map((name) => ({ operation: 'start', name }))

/** Requests that stop whatever runs: standbys before their upstreams. Pure. */
export const stopRequests = ({ instances }: Pick<LiveState, 'instances'>): readonly Request[] =>
  namesToStop(instances).map((name) => ({ operation: 'stop', name }))

export const contextOf = ({ entry }: InstanceView): { readonly superseded: boolean } => ({
  superseded: entry.supersededBy !== null,
})

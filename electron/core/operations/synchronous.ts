import { z } from 'zod'
import { isRefusal, requireInstance, requireServer } from './checks.ts'
import { cascadeAbove } from './clone.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { draftAsynchronous, draftSynchronous } from './synchronous-steps.ts'
import type { InstanceFacts, ServerFacts, World } from './world.ts'

/**
 * Makes commits on the primary wait for a standby, or no longer.
 *
 * Switching it off works with the standby gone, and frees the commits that hang for it; switching it on needs the
 * standby streaming, or every commit would hang at once.
 */
export const synchronous = defineOperation({
  id: 'synchronous',
  params: z.object({ standby: nameParameter, on: z.boolean() }),
  needs: ({ standby }, base) => ({ instances: [standby, ...cascadeAbove(standby, base)] }),
  plan(params, world) {
    const standby = requireInstance(world, params.standby)
    if (isRefusal(standby)) return standby
    const { upstream: upstreamName, name } = standby.entry
    if (upstreamName === null) return refuse('no-upstream', { name })
    const upstream = requireInstance(world, upstreamName)
    if (isRefusal(upstream)) return upstream
    const answering = requireServer(upstream)
    if (isRefusal(answering)) return answering
    const applicationName = applicationNameOf(standby, answering.server, world)
    if (applicationName === null) return refuse('no-upstream', { name })
    const streaming = answering.server.replication.some(
      (row) => row.applicationName === applicationName && row.state === 'streaming',
    )
    if (params.on && !streaming) return refuse('standby-not-streaming', { name, upstream: upstreamName })
    const draft = params.on
      ? draftSynchronous(upstream, applicationName, name)
      : draftAsynchronous(upstream, applicationName, name)
    if (isRefusal(draft)) return draft
    return planFor('synchronous', params, standby, { ...draft, others: [upstream] })
  },
})

/** Of an adopted standby it may only be known to its upstream: the one there that belongs to no other instance. */
function applicationNameOf(
  { entry }: InstanceFacts,
  { replication }: ServerFacts,
  world: World,
): string | null {
  if (entry.applicationName !== null) return entry.applicationName
  const others = new Set(Object.values(world.instances).map((other) => other.entry.applicationName))
  const [only, ...more] = replication.filter((row) => !others.has(row.applicationName))
  return only === undefined || more.length > 0 ? null : only.applicationName
}

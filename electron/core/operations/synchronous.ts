import { z } from 'zod'
import { isRefusal, requireInstance, requireServer } from './checks.ts'
import { cascadeAbove } from './clone.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { draftAsynchronous, draftSynchronous } from './synchronous-steps.ts'

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
    const { upstream: upstreamName, applicationName, name } = standby.entry
    if (upstreamName === null || applicationName === null) return refuse('no-upstream', { name })
    const upstream = requireInstance(world, upstreamName)
    if (isRefusal(upstream)) return upstream
    const answering = requireServer(upstream)
    if (isRefusal(answering)) return answering
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

import { z } from 'zod'
import { isRefusal, requireInstance } from './checks.ts'
import { cutsConnections } from './confirmations.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, stopModeParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { restartSteps } from './service-control.ts'

/** Stops and starts a running server, which makes every changed setting take effect. */
export const restart = defineOperation({
  id: 'restart',
  params: z.object({ name: nameParameter, mode: stopModeParameter.default('fast') }),
  needs: ({ name }) => ({ instances: [name] }),
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, state, server } = instance
    if (state !== 'running' && state !== 'unreachable') {
      return refuse('instance-not-running', { name: entry.name, state, path: entry.dataDir })
    }
    const drafts = restartSteps(instance, params.mode)
    if (isRefusal(drafts)) return drafts
    return planFor('restart', params, instance, {
      confirmations: cutsConnections(instance, server?.clientConnections ?? 0),
      drafts,
    })
  },
})

import { z } from 'zod'
import { stopServer } from '../plan/steps/servers.ts'
import { checkOwner, isRefusal, requireIdleInstance } from './checks.ts'
import { cutsConnections } from './confirmations.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, stopModeParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'

/** Stops a server with pg_ctl; nothing is ever killed. `smart` waits for clients, so it cuts none. */
export const stop = defineOperation({
  id: 'stop',
  params: z.object({ name: nameParameter, mode: stopModeParameter.default('fast') }),
  needs: ({ name }) => ({ instances: [name] }),
  plan(params, world) {
    const instance = requireIdleInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, state, server } = instance
    if (state === 'missing')
      return refuse('data-directory-missing', { name: entry.name, path: entry.dataDir, state })
    if (state === 'stopped' || state === 'crashed') {
      return planFor('stop', params, instance, { drafts: [] })
    }
    const refusal = checkOwner(instance)
    if (refusal) return refusal
    return planFor('stop', params, instance, {
      confirmations: params.mode === 'smart' ? [] : cutsConnections(instance, server?.clientConnections ?? 0),
      drafts: [stopServer(entry.name, params.mode)],
    })
  },
})

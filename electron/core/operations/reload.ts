import { z } from 'zod'
import { reloadServer } from '../plan/steps/servers.ts'
import { checkOwner, isRefusal, isUp, requireInstance } from './checks.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'

/** Makes a running server read its configuration files again. */
export const reload = defineOperation({
  id: 'reload',
  params: z.object({ name: nameParameter }),
  needs: ({ name }) => ({ instances: [name] }),
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, state } = instance
    if (!isUp(instance)) {
      return refuse('instance-not-running', { name: entry.name, state, path: entry.dataDir })
    }
    return checkOwner(instance) ?? planFor('reload', params, instance, { drafts: [reloadServer(entry.name)] })
  },
})

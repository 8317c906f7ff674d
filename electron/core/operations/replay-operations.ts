import { z } from 'zod'
import { replay, type ReplayStep } from '../plan/steps/servers.ts'
import { isRefusal, requireInstance, requireServer } from './checks.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'

const replayOperation = (action: ReplayStep['action']) =>
  defineOperation({
    id: action,
    params: z.object({ standby: nameParameter }),
    needs: ({ standby }) => ({ instances: [standby] }),
    plan(params, world) {
      const instance = requireInstance(world, params.standby)
      if (isRefusal(instance)) return instance
      const answering = requireServer(instance)
      if (isRefusal(answering)) return answering
      if (!answering.server.inRecovery) return refuse('not-a-standby', { name: params.standby })
      const already = answering.server.replayPaused === (action === 'pause')
      return planFor(action, params, instance, { drafts: already ? [] : [replay(params.standby, action)] })
    },
  })

/** Keeps a standby receiving WAL but not applying it; what it shows stands still. */
export const pause = replayOperation('pause')

/** Lets a paused standby apply what it has received meanwhile. */
export const resume = replayOperation('resume')

import { z } from 'zod'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { ensureDirectory } from '../plan/steps/directories.ts'
import { startServer } from '../plan/steps/servers.ts'
import { checkOwner, checkOwnPort, isRefusal, requireIdleInstance } from './checks.ts'
import { runsItsCommands, startsOldPrimary } from './confirmations.ts'
import { inDir } from './files.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { controlByService } from './service-control.ts'
import type { InstanceFacts } from './world.ts'

/** Starts a server. The first start of an adopted one shows the commands it would run by itself. */
export const start = defineOperation({
  id: 'start',
  params: z.object({ name: nameParameter }),
  needs: ({ name }) => ({ instances: [name] }),
  plan(params, world) {
    const instance = requireIdleInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, state } = instance
    if (state === 'running' || state === 'starting') return planFor('start', params, instance, { drafts: [] })
    const refusal = checkStartable(instance)
    if (refusal) return refusal
    const byService = controlByService(instance, 'start')
    if (byService !== null && isRefusal(byService)) return byService
    const confirmations = [...startsOldPrimary(instance), ...runsItsCommands(instance)]
    return planFor('start', params, instance, {
      confirmations,
      drafts: [
        ...(byService ?? [ensureDirectory(entry.name, inDir(entry.logFile, '..')), startServer(entry.name)]),
        ...(entry.trusted ? [] : [registerInstance({ ...entry, trusted: true })]),
      ],
    })
  },
})

/** What stands in the way of a start, by name. */
export function checkStartable(instance: InstanceFacts): Refusal | null {
  const { entry, state } = instance
  if (state === 'missing')
    return refuse('data-directory-missing', { name: entry.name, path: entry.dataDir, state })
  if (state === 'stopping') return refuse('instance-stopping', { name: entry.name })
  const owner = checkOwner(instance)
  if (owner) return owner
  if (state === 'unreachable') {
    return refuse('instance-unreachable', {
      name: entry.name,
      reason: instance.unreachableBecause ?? 'no-answer',
    })
  }
  return checkOwnPort(instance)
}

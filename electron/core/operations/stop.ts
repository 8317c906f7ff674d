import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import { stopServer } from '../plan/steps/servers.ts'
import { checkOwner, isRefusal, requireIdleInstance } from './checks.ts'
import { cutsConnections } from './confirmations.ts'
import { controlByService } from './service-control.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, stopModeParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts, World } from './world.ts'

/** Stops a server with pg_ctl, or by the Windows service that runs it; nothing is ever killed. `smart` waits for clients, so it cuts none. */
export const stop = defineOperation({
  id: 'stop',
  params: z.object({ name: nameParameter, mode: stopModeParameter.default('fast') }),
  needs: ({ name }, { entries }) => ({ instances: [name, ...[entries[name]?.upstream ?? []].flat()] }),
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
    const byService = controlByService(instance, 'stop')
    if (byService !== null && isRefusal(byService)) return byService
    return planFor('stop', params, instance, {
      confirmations:
        params.mode === 'smart' && byService === null
          ? []
          : cutsConnections(instance, server?.clientConnections ?? 0),
      notices: commitsWillHang(instance, world),
      drafts: byService ?? [stopServer(entry.name, params.mode)],
    })
  },
})

/** Of the only standby that commits on its upstream wait for. */
function commitsWillHang({ entry }: InstanceFacts, { instances }: World): Text[] {
  const upstream = entry.upstream === null ? undefined : instances[entry.upstream]
  const standbys = upstream?.server?.replication ?? []
  const others = standbys.filter(({ applicationName }) => applicationName !== entry.applicationName)
  const isWaitedFor = standbys.some(({ syncState }) => waitedFor.has(syncState ?? ''))
  if (upstream === undefined || !isWaitedFor || others.some(({ syncState }) => syncState !== 'async'))
    return []
  return [{ key: 'notices.commits-will-hang', params: { name: entry.name, upstream: upstream.entry.name } }]
}

const waitedFor: ReadonlySet<string> = new Set(['sync', 'quorum'])

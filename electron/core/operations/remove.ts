import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { forgetInstance } from '../plan/steps/catalogue.ts'
import { removePassfile } from '../plan/steps/credentials.ts'
import { stopServer } from '../plan/steps/servers.ts'
import { checkOwner, isRefusal, requireInstance } from './checks.ts'
import { cascadeAbove } from './clone.ts'
import { cutsConnections, losesData } from './confirmations.ts'
import { deleteData, type Deletion } from './delete-data.ts'
import { type Leaving, leaveUpstream } from './leave-upstream.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { checkNoService } from './service-control.ts'
import type { InstanceFacts, World } from './world.ts'

/**
 * Forgets an instance: it is stopped, its primary no longer waits for it and no longer keeps WAL for it. Its data is
 * deleted only when asked, and only after its control file was seen to be that cluster's (safety rule 1).
 */
export const remove = defineOperation({
  id: 'remove',
  params: z.object({ name: nameParameter, deleteData: z.boolean().default(false) }),
  needs: ({ name }, base) => ({
    instances: [name, ...cascadeAbove(name, base)],
    paths: [instancePaths(base.home, name).passfile, instancePaths(base.home, name).folder],
  }),
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, state, server } = instance
    const refusal =
      checkNoStandbys(entry.name, world) ??
      (params.deleteData ? (checkOwner(instance) ?? checkNoService(instance)) : null)
    if (refusal) return refusal
    const isDown = state === 'stopped' || state === 'crashed' || state === 'missing'
    const stops = !isDown && (params.deleteData || entry.origin === 'made')
    const staysTied = entry.origin === 'adopted' && !params.deleteData && state !== 'missing'
    const upstream = staysTied ? stayTied(instance, isDown) : leaveUpstream(instance, world)
    if (isRefusal(upstream)) return upstream
    const deletes = params.deleteData && state !== 'missing'
    const deletion = deletes ? deleteData(instance, world) : nothingDeleted
    if (isRefusal(deletion)) return deletion
    const own = instancePaths(world.home, entry.name).passfile
    const passfile = entry.passfile ?? (world.paths[own]?.kind === 'file' ? own : null)
    return planFor('remove', params, instance, {
      others: upstream.others,
      notices: [
        ...upstream.notices,
        ...deletion.notices,
        ...(params.deleteData || state === 'missing' ? [] : [dataStays(instance)]),
      ],
      confirmations: [
        ...(stops ? cutsConnections(instance, server?.clientConnections ?? 0) : []),
        ...(deletes ? [losesData(instance)] : []),
        ...upstream.confirmations,
      ],
      drafts: [
        ...(stops ? [stopServer(entry.name)] : []),
        ...upstream.drafts,
        ...deletion.drafts,
        forgetInstance(entry.name),
        ...(params.deleteData && passfile !== null ? [removePassfile(entry.name, passfile)] : []),
      ],
    })
  },
})

const nothingDeleted: Deletion = { drafts: [], notices: [] }

const dataStays = ({ entry }: InstanceFacts): Text => ({
  key: 'notices.data-stays',
  params: { name: entry.name, path: entry.dataDir },
})

/** Standbys would be left without anyone to stream from. */
function checkNoStandbys(name: string, world: World): Refusal | null {
  const standbys = Object.values(world.instances).filter(({ entry }) => entry.upstream === name)
  if (standbys.length === 0) return null
  return refuse('has-standbys', { name, standbys: standbys.map(({ entry }) => entry.name).join(', ') })
}

/** A server of somebody else's is only forgotten: it goes on streaming as before, now or whenever it is started. */
function stayTied({ entry: { name, slot, upstream } }: InstanceFacts, isDown: boolean): Leaving {
  const waits: Text[] =
    slot === null || upstream === null
      ? []
      : [{ key: 'notices.slot-waits', params: { name, slot, upstream } }]
  return {
    drafts: [],
    notices: isDown ? waits : [{ key: 'notices.runs-on', params: { name } }],
    confirmations: [],
    others: [],
  }
}

import { z } from 'zod'
import { versionFacts } from '../../postgres/facts/versions.ts'
import type { Confirmation } from '../plan/plan.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { promoteServer, type PromoteServerStep, replay } from '../plan/steps/servers.ts'
import { currentSetting } from './change-settings.ts'
import { checkOwner, isRefusal, requireInstance, requireServer } from './checks.ts'
import { splitsThePair } from './confirmations.ts'
import { resolveIn } from './files.ts'
import { findLivePrimary } from './live-primary.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts } from './world.ts'

/**
 * Makes a standby a primary. Safety rule 4: only when no server of the same system identifier still answers as its
 * primary, or might (what is not known counts as yes), unless the user insists.
 */
export const promote = defineOperation({
  id: 'promote',
  params: z.object({
    name: nameParameter,
    by: z.enum(['pg_ctl', 'trigger', 'sql']).optional(),
    force: z.boolean().default(false),
  }),
  needs: (_, base) => ({ instances: Object.keys(base.entries) }),
  plan(params, world) {
    const standby = requireInstance(world, params.name)
    if (isRefusal(standby)) return standby
    const answering = requireServer(standby)
    if (isRefusal(answering)) return answering
    if (!answering.server.inRecovery) return refuse('not-a-standby', { name: params.name })
    const by = choosePromotion(standby, params.by)
    if (isRefusal(by)) return by
    const rival = findLivePrimary(standby, world)
    if (rival !== null && !params.force) return refuseBeside(params.name, rival.primary)
    const confirmations: Confirmation[] = rival === null ? [] : [splitsThePair(params.name, rival.primary)]
    const old = standby.entry.upstream === null ? undefined : world.instances[standby.entry.upstream]
    return planFor('promote', params, standby, {
      confirmations,
      notices: old ? [{ key: 'notices.old-primary-remembered', params: { name: old.entry.name } }] : [],
      others: old ? [old] : [],
      drafts: [
        ...(answering.server.replayPaused ? [replay(params.name, 'resume')] : []),
        promoteServer(params.name, by.by, by.triggerFile),
        registerInstance({ ...standby.entry, upstream: null, slot: null, supersededBy: null, link: null }),
        ...(old && old.role !== 'standby'
          ? [registerInstance({ ...old.entry, supersededBy: params.name })]
          : []),
      ],
    })
  },
})

const refuseBeside = (name: string, primary: string | null): Refusal =>
  primary === null ? refuse('primary-not-known', { name }) : refuse('primary-may-answer', { name, primary })

type Promotion = Pick<PromoteServerStep, 'by' | 'triggerFile'>

function choosePromotion(
  standby: InstanceFacts,
  wanted: PromoteServerStep['by'] | undefined,
): Promotion | Refusal {
  const facts = versionFacts(standby.target.major)
  const { name } = standby.entry
  const refusal = checkFilesOurs(standby)
  const by = wanted ?? (refusal === null ? 'pg_ctl' : 'sql')
  if (by !== 'sql' && refusal) return refusal
  if (by === 'sql' && !facts.hasPgPromote)
    return refuse('not-in-this-version', { feature: 'pg_promote()', name })
  if (by !== 'trigger') return { by, triggerFile: null }
  const setting = facts.triggerFileSetting
  if (setting === null) return refuse('not-in-this-version', { feature: 'promote_trigger_file', name })
  const triggerFile = currentSetting(standby, setting)
  if (!triggerFile) return refuse('no-trigger-file', { name, setting })
  // The server looks for it from its data directory, where it runs.
  return { by, triggerFile: resolveIn(standby.target.dataDir, triggerFile) }
}

/** pg_ctl and the trigger file need the files of the standby; SQL needs only a session. */
const checkFilesOurs = (standby: InstanceFacts): Refusal | null =>
  checkOwner(standby) ??
  (standby.filesReadable
    ? null
    : refuse('files-not-readable', { name: standby.entry.name, path: standby.entry.dataDir }))

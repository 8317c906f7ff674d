import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { reloadServer } from '../plan/steps/servers.ts'
import { changeSettings } from './change-settings.ts'
import { checkKnownSettings } from './check-known-settings.ts'
import { checkMinimums } from './check-minimums.ts'
import { checkOwnerOrServer, isRefusal, isUp, requireInstance } from './checks.ts'
import { touchesForeignFiles } from './confirmations.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, settingChangesParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts, World } from './world.ts'
import type { Planned } from './operation.ts'

/** Sets or takes out settings; what a reload can apply is applied, what needs a restart is said. */
export const config = defineOperation({
  id: 'config',
  params: z.object({ name: nameParameter, settings: settingChangesParameter }),
  needs: ({ name }, base) => {
    const entry = base.entries[name]
    const standbys = Object.values(base.entries).filter(({ upstream }) => upstream === name)
    const around = [...(entry?.upstream ? [entry.upstream] : []), ...standbys.map((one) => one.name)]
    return { instances: [name, ...around], knownSettingsOf: entry ? [entry.binDir] : [] }
  },
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    return planSettings('config', params, instance, world)
  },
})

/** The plan of `config`, and from 12 of `recovery`, whose parameters are settings like any other then. */
export function planSettings(
  operation: string,
  params: { readonly settings: Readonly<Record<string, string | null>> },
  instance: InstanceFacts,
  world: World,
): Planned {
  const { entry } = instance
  if (instance.state === 'missing') {
    return refuse('data-directory-missing', { name: entry.name, path: entry.dataDir, state: instance.state })
  }
  const refusal =
    checkOwnerOrServer(instance) ??
    checkKnownSettings(world, entry.binDir, params.settings) ??
    checkMinimums(instance, params.settings, world)
  if (refusal) return refusal
  const changes = changeSettings(instance, params.settings, world.knownSettings[entry.binDir])
  if (isRefusal(changes)) return changes
  const restart =
    changes.restart.length === 0
      ? []
      : [
          {
            key: 'notices.restart-needed' as const,
            params: { name: entry.name, settings: changes.restart.join(', ') },
          },
        ]
  const port = changes.drafts.length === 0 ? null : changedPort(params.settings)
  return planFor(operation, params, instance, {
    notices: [
      ...changes.notices,
      ...restart,
      ...(changes.drafts.length === 0 ? [] : movedPortNotices(instance, params.settings, world)),
    ],
    confirmations: touchesForeignFiles(instance),
    drafts: [
      ...changes.drafts,
      ...(port === null || port === entry.port ? [] : [registerInstance({ ...entry, port })]),
      ...((changes.drafts.length > 0 || changes.reload) && isUp(instance) ? [reloadServer(entry.name)] : []),
    ],
  })
}

/** The port that the settings give; null where they leave it alone, or give none that can be. */
function changedPort(settings: Readonly<Record<string, string | null>>): number | null {
  const value = Object.entries(settings).find(([name]) => name.toLowerCase() === 'port')?.[1]
  const port = Number(value ?? Number.NaN)
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : null
}

/** Nobody tells the standbys of a server that it moves. */
export function movedPortNotices(
  { entry, target }: InstanceFacts,
  settings: Readonly<Record<string, string | null>>,
  world: World,
): Text[] {
  const port = changedPort(settings)
  if (port === null || port === target.port) return []
  const standbys = Object.values(world.instances).filter(({ entry: one }) => one.upstream === entry.name)
  return standbys.map((standby) => ({
    key: 'notices.standby-names-old-port',
    params: { name: entry.name, standby: standby.entry.name, old: target.port, port },
  }))
}

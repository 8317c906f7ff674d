import { z } from 'zod'
import { sameSettingValue } from '../../postgres/facts/conf/units.ts'
import { standbySettingKey, standbySettingsOf } from '../../postgres/facts/recovery/settings.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import { configure } from '../plan/steps/configuration.ts'
import { checkNoSecrets } from './check-known-settings.ts'
import { checkOwner, isRefusal, requireInstance } from './checks.ts'
import { planSettings } from './config.ts'
import { touchesForeignFiles } from './confirmations.ts'
import { inDir } from './files.ts'
import { defineOperation, type Planned, refuse, type Refusal } from './operation.ts'
import { durationParameter, nameParameter, problem, settingChangesParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts } from './world.ts'

type Changes = Readonly<Record<string, string | null>>

/**
 * Changes what makes a standby one: lines of recovery.conf up to 11, settings from 12.
 *
 * Names of any version are understood: `trigger_file` is `promote_trigger_file` from 12 to 15.
 */
export const recovery = defineOperation({
  id: 'recovery',
  params: z.object({ name: nameParameter, settings: settingChangesParameter.check(checkValues) }),
  needs: ({ name }, base) => {
    const entry = base.entries[name]
    return { instances: [name], knownSettingsOf: entry ? [entry.binDir] : [] }
  },
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const settings = inThisVersion(instance, params.settings)
    if (isRefusal(settings)) return settings
    return versionFacts(instance.target.major).recoveryConfig === 'signal-file'
      ? planSettings('recovery', { ...params, settings }, instance, world)
      : planRecoveryConf({ ...params, settings }, instance)
  },
})

/** Values that a server does not start with: recovery.conf is judged by none before that. */
function checkValues(ctx: z.core.ParsePayload<Changes>): void {
  for (const [name, value] of Object.entries(ctx.value)) {
    const wrong = value === null ? undefined : problemWith(name, value)
    if (wrong !== undefined) ctx.issues.push({ code: 'custom', input: value, path: [name], message: wrong })
  }
}

function problemWith(name: string, value: string): string | undefined {
  const key = standbySettingKey(name.toLowerCase())
  if (key === 'recoveryMinApplyDelay' && !durationParameter.safeParse(value).success)
    return problem('duration')
  if (key === 'recoveryTargetTimeline' && !/^(latest|current|\d+)$/.test(value)) return problem('timeline')
  return undefined
}

function inThisVersion(instance: InstanceFacts, changes: Changes): Changes | Refusal {
  const { major } = instance.target
  const known = standbySettingsOf(major)
  const named: Record<string, string | null> = {}
  for (const [name, value] of Object.entries(changes)) {
    const key = standbySettingKey(name.toLowerCase())
    const setting = known.find((fact) => fact.key === key)
    if (key === undefined) return refuse('not-a-recovery-setting', { setting: name })
    if (!setting) return refuse('not-in-this-version', { feature: name, name: instance.entry.name })
    named[setting.name] = value
  }
  return named
}

/** recovery.conf is read once, at start: every change waits for the next restart. */
function planRecoveryConf(params: { readonly settings: Changes }, instance: InstanceFacts): Planned {
  const { entry, target } = instance
  if (instance.role !== 'standby') return refuse('not-a-standby', { name: entry.name })
  if (!instance.filesReadable) return refuse('files-not-readable', { name: entry.name, path: entry.dataDir })
  const refusal = checkOwner(instance) ?? checkNoSecrets(params.settings)
  if (refusal) return refusal
  const changed = Object.entries(params.settings).filter(([name, value]) => {
    const now = instance.settings[name]
    return value === null
      ? now?.source === 'recovery'
      : now === undefined || !sameSettingValue(now.value, value)
  })
  if (changed.length === 0) return planFor('recovery', params, instance, { drafts: [] })
  const settings = changed.map(([name]) => name).join(', ')
  return planFor('recovery', params, instance, {
    confirmations: touchesForeignFiles(instance),
    notices:
      instance.server === null
        ? []
        : [{ key: 'notices.restart-needed', params: { name: entry.name, settings } }],
    drafts: [
      configure(entry.name, {
        via: 'file',
        file: inDir(target.dataDir, 'recovery.conf'),
        settings: Object.fromEntries(changed),
        live: false,
      }),
    ],
  })
}

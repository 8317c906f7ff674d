import type { Major } from '../../../../shared/model/instance-target.ts'

/** What a standby or a recovery can be told; each key is one setting in the version's own spelling. Values are what SHOW would print. */
export interface StandbySettings {
  readonly primaryConninfo?: string
  readonly primarySlotName?: string
  readonly restoreCommand?: string
  readonly archiveCleanupCommand?: string
  readonly recoveryEndCommand?: string
  readonly recoveryMinApplyDelay?: string
  /** Not from 16 on. */
  readonly triggerFile?: string
  readonly recoveryTargetTimeline?: string
  readonly recoveryTarget?: string
  readonly recoveryTargetName?: string
  readonly recoveryTargetTime?: string
  readonly recoveryTargetXid?: string
  readonly recoveryTargetLsn?: string
  readonly recoveryTargetInclusive?: string
  /** `pause`, `promote` or `shutdown`; up to 9.4 there is no `shutdown`. */
  readonly recoveryTargetAction?: string
}

export type StandbySettingKey = keyof StandbySettings

interface Known {
  readonly key: StandbySettingKey
  readonly name: string
  readonly from?: Major
  readonly until?: Major
  /** The first major in which a reload is enough; absent: a restart in every version. Up to 11 it is always a restart. */
  readonly reloadFrom?: Major
}

/** Sources: recovery.conf.sample up to 11, guc_tables.c (contexts) from 12. */
const table: readonly Known[] = [
  { key: 'primaryConninfo', name: 'primary_conninfo', reloadFrom: 13 },
  { key: 'primarySlotName', name: 'primary_slot_name', from: 9.4, reloadFrom: 13 },
  { key: 'restoreCommand', name: 'restore_command', reloadFrom: 14 },
  { key: 'archiveCleanupCommand', name: 'archive_cleanup_command', reloadFrom: 12 },
  { key: 'recoveryEndCommand', name: 'recovery_end_command', reloadFrom: 12 },
  { key: 'recoveryMinApplyDelay', name: 'recovery_min_apply_delay', from: 9.4, reloadFrom: 12 },
  { key: 'triggerFile', name: 'trigger_file', until: 11 },
  { key: 'triggerFile', name: 'promote_trigger_file', from: 12, until: 15, reloadFrom: 12 },
  { key: 'recoveryTargetTimeline', name: 'recovery_target_timeline' },
  { key: 'recoveryTarget', name: 'recovery_target', from: 9.4 },
  { key: 'recoveryTargetName', name: 'recovery_target_name' },
  { key: 'recoveryTargetTime', name: 'recovery_target_time' },
  { key: 'recoveryTargetXid', name: 'recovery_target_xid' },
  { key: 'recoveryTargetLsn', name: 'recovery_target_lsn', from: 10 },
  { key: 'recoveryTargetInclusive', name: 'recovery_target_inclusive' },
  { key: 'recoveryTargetAction', name: 'pause_at_recovery_target', until: 9.4 },
  { key: 'recoveryTargetAction', name: 'recovery_target_action', from: 9.5 },
]

/** One setting in one version: its name, and what makes a change of it take effect. */
export interface StandbySettingFact {
  readonly key: StandbySettingKey
  readonly name: string
  readonly change: 'restart' | 'reload'
}

/** Every setting of standbys and recovery that this major knows. */
export function standbySettingsOf(major: Major): readonly StandbySettingFact[] {
  return table
    .filter(({ from = 0, until = 99 }) => from <= major && major <= until)
    .map(({ key, name, reloadFrom = 99 }) => ({
      key,
      name,
      change: major >= reloadFrom ? 'reload' : 'restart',
    }))
}

/** The key of a setting in any version's spelling, undefined for a name that is not about recovery. */
export function standbySettingKey(name: string): StandbySettingKey | undefined {
  return table.find((known) => known.name === name)?.key
}

/** A setting that a version has no place for. The reason's sentence stands under `findings`. */
export interface DroppedSetting {
  readonly name: string
  readonly reason:
    | 'recovery-setting-too-new'
    | 'recovery-setting-removed'
    | 'recovery-setting-no-equivalent'
    | 'recovery-setting-unknown'
}

/** The settings in this major's names and values, and those it has no place for. */
export function namedSettings(
  major: Major,
  settings: StandbySettings,
): { readonly settings: Readonly<Record<string, string>>; readonly dropped: readonly DroppedSetting[] } {
  const facts = new Map(standbySettingsOf(major).map((fact) => [fact.key, fact.name]))
  const named: Record<string, string> = {}
  const dropped: DroppedSetting[] = []
  for (const [key, value] of Object.entries(settings) as [StandbySettingKey, string | undefined][]) {
    if (value === undefined) continue
    const name = facts.get(key)
    const spelled = name === 'pause_at_recovery_target' ? pauseFor(value) : value
    if (name === undefined) dropped.push(missing(key, major))
    else if (spelled === undefined) dropped.push({ name, reason: 'recovery-setting-no-equivalent' })
    else named[name] = spelled
  }
  return { settings: named, dropped }
}

function missing(key: StandbySettingKey, major: Major): DroppedSetting {
  const spellings = table.filter((known) => known.key === key)
  const removed = spellings.every(({ until = 99 }) => until < major)
  const names = [...new Set(spellings.map((known) => known.name))]
  return {
    name: names.join(' / '),
    reason: removed ? 'recovery-setting-removed' : 'recovery-setting-too-new',
  }
}

function pauseFor(action: string): string | undefined {
  if (action === 'pause') return 'true'
  return action === 'promote' ? 'false' : undefined
}

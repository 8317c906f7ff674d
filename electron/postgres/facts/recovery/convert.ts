import type { Major } from '../../../../shared/model/instance-target.ts'
import { parseConf } from '../conf/conf-file.ts'
import { parseConfBoolean } from '../conf/units.ts'
import { recoveryFileFor, type RecoveryFile } from './recovery-file.ts'
import { namedSettings, standbySettingKey, type DroppedSetting, type StandbySettings } from './settings.ts'

/** What a person should know about a converted file. `line` is from 1. */
export type RecoveryProblem =
  | { readonly kind: 'broken-line'; readonly line: number; readonly text: string }
  | { readonly kind: 'include-ignored'; readonly line: number; readonly text: string }
  | { readonly kind: 'not-boolean'; readonly name: string; readonly value: string }
  /** The server refuses (from 12), or took the last one (before). */
  | { readonly kind: 'several-targets'; readonly names: readonly string[] }
  /** A standby without a source only waits; a recovery without restore_command does not start. */
  | { readonly kind: 'no-source' }
  /** The old default kept to the current timeline; a standby now follows the latest. */
  | { readonly kind: 'timeline-now-latest' }

/** A recovery.conf as this program understands it, in no version's spelling. */
export interface ParsedRecoveryConf {
  readonly mode: 'standby' | 'recovery'
  readonly settings: StandbySettings
  readonly dropped: readonly DroppedSetting[]
  readonly problems: readonly RecoveryProblem[]
}

/** What the settings of a recovery.conf mean (up to 11; the last line of a name counts). */
export function parseRecoveryConf(text: string): ParsedRecoveryConf {
  const values: Record<string, string> = {}
  const problems: RecoveryProblem[] = []
  for (const [index, line] of parseConf(text).lines.entries()) {
    if (line.kind === 'setting') values[line.name] = line.value
    if (line.kind === 'broken') problems.push({ kind: 'broken-line', line: index + 1, text: line.text })
    if (line.kind === 'include') problems.push({ kind: 'include-ignored', line: index + 1, text: line.text })
  }
  const dropped: DroppedSetting[] = []
  const settings: { -readonly [Key in keyof StandbySettings]: StandbySettings[Key] } = {}
  for (const [name, value] of Object.entries(values)) {
    const key = standbySettingKey(name)
    const isBoolean = name === 'standby_mode' || name === 'pause_at_recovery_target'
    if (isBoolean && parseConfBoolean(value) === undefined)
      problems.push({ kind: 'not-boolean', name, value })
    if (name === 'pause_at_recovery_target')
      settings.recoveryTargetAction ??= parseConfBoolean(value) === false ? 'promote' : 'pause'
    else if (key !== undefined) settings[key] = value
    else if (name !== 'standby_mode') dropped.push({ name, reason: 'recovery-setting-unknown' })
  }
  const isStandby = parseConfBoolean(values['standby_mode'] ?? 'off') === true
  return { mode: isStandby ? 'standby' : 'recovery', settings, dropped, problems }
}

/** A recovery.conf turned into what 12 and later use. */
export interface ConvertedRecoveryConf {
  readonly signal: 'standby.signal' | 'recovery.signal'
  readonly settings: Readonly<Record<string, string>>
  readonly dropped: readonly DroppedSetting[]
  readonly problems: readonly RecoveryProblem[]
}

/**
 * The signal file and the settings of this major (12 or later) that do what the recovery.conf did.
 *
 * Empty values are the defaults and are left out. A recovery keeps to the `current` timeline as it did; a standby follows the latest, which is said.
 */
export function convertRecoveryConf(text: string, major: Major): ConvertedRecoveryConf {
  const parsed = parseRecoveryConf(text)
  const given = withoutEmpty(parsed.settings)
  const keepsTimeline = given.recoveryTargetTimeline === undefined
  const isStandby = parsed.mode === 'standby'
  const timeline = keepsTimeline && !isStandby ? { recoveryTargetTimeline: 'current' } : {}
  const named = namedSettings(major, { ...given, ...timeline })
  return {
    signal: isStandby ? 'standby.signal' : 'recovery.signal',
    settings: named.settings,
    dropped: [...parsed.dropped, ...named.dropped],
    problems: [
      ...parsed.problems,
      ...checkRecoverySettings(parsed.mode, given),
      ...(keepsTimeline && isStandby ? [{ kind: 'timeline-now-latest' } as const] : []),
    ],
  }
}

/** Recovery settings of 12 or later, by name, as the recovery.conf of an older major; what is no recovery setting is dropped. */
export function convertToRecoveryConf(
  major: Major,
  signal: 'standby.signal' | 'recovery.signal',
  settings: Readonly<Record<string, string>>,
): RecoveryFile {
  const unknown: DroppedSetting[] = []
  const known: Partial<Record<keyof StandbySettings, string>> = { recoveryTargetTimeline: 'latest' }
  for (const [name, value] of Object.entries(settings)) {
    const key = standbySettingKey(name)
    if (key === undefined) unknown.push({ name, reason: 'recovery-setting-unknown' })
    else known[key] = value
  }
  const mode = signal === 'standby.signal' ? 'standby' : 'recovery'
  const file = recoveryFileFor(major, withoutEmpty(known), { mode })
  return { ...file, dropped: [...unknown, ...file.dropped] }
}

function withoutEmpty(settings: StandbySettings): StandbySettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''))
}

const targets = [
  'recoveryTarget',
  'recoveryTargetName',
  'recoveryTargetTime',
  'recoveryTargetXid',
  'recoveryTargetLsn',
] as const

/** What a server with these settings could not do, or would refuse. */
export function checkRecoverySettings(
  mode: 'standby' | 'recovery',
  settings: StandbySettings,
): RecoveryProblem[] {
  const names = targets.filter((key) => settings[key] !== undefined)
  const hasSource =
    settings.restoreCommand !== undefined || (mode === 'standby' && settings.primaryConninfo !== undefined)
  return [
    ...(names.length > 1 ? [{ kind: 'several-targets', names } as const] : []),
    ...(hasSource ? [] : [{ kind: 'no-source' } as const]),
  ]
}

import type { Major } from '../../../../shared/model/instance-target.ts'
import { parseConf, printConf } from '../conf/conf-file.ts'
import { setSetting, unsetSetting } from '../conf/edit.ts'
import { namedSettings, type DroppedSetting, type StandbySettings } from './settings.ts'

/** What makes a server a standby, or recover from an archive, in one version. */
export type RecoveryFile =
  | {
      /** Up to 11: one file in the data directory, which a promotion renames to recovery.done. */
      readonly kind: 'recovery.conf'
      readonly file: 'recovery.conf'
      readonly text: string
      readonly settings: Readonly<Record<string, string>>
      readonly dropped: readonly DroppedSetting[]
    }
  | {
      /** From 12: an empty file, which a promotion deletes, and settings of the server, which stay. */
      readonly kind: 'signal'
      readonly file: 'standby.signal' | 'recovery.signal'
      readonly settings: Readonly<Record<string, string>>
      readonly dropped: readonly DroppedSetting[]
    }

/** Whether the server follows an upstream for ever, or recovers once and then opens; and the sample that recovery.conf starts from. */
export interface RecoveryMode {
  readonly mode?: 'standby' | 'recovery'
  /** The text of the installation's recovery.conf.sample, as the guides begin; empty: only the settings. */
  readonly sample?: string
}

/**
 * The file and settings with which a server of this major starts as a standby (or in recovery).
 *
 * Up to 11 a standby without a timeline gets `latest`, as it has by default from 12 on: else it would not follow its upstream's promotion.
 */
export function recoveryFileFor(
  major: Major,
  settings: StandbySettings,
  { mode = 'standby', sample = '' }: RecoveryMode = {},
): RecoveryFile {
  if (major >= 12) {
    const file = mode === 'standby' ? 'standby.signal' : 'recovery.signal'
    return { kind: 'signal', file, ...namedSettings(major, settings) }
  }
  const complete = mode === 'standby' ? { recoveryTargetTimeline: 'latest', ...settings } : settings
  const { settings: named, dropped } = namedSettings(major, complete)
  const written: Record<string, string> = mode === 'standby' ? { standby_mode: 'on', ...named } : { ...named }
  if (written['recovery_target_timeline'] === 'current') delete written['recovery_target_timeline']
  return {
    kind: 'recovery.conf',
    file: 'recovery.conf',
    text: editRecoveryConf(sample, written),
    settings: written,
    dropped,
  }
}

/**
 * recovery.conf with these settings; null makes a setting's lines comments.
 *
 * Comments, order and spelling stay; a new line goes to its commented-out sample, else to the end.
 */
export function editRecoveryConf(text: string, settings: Readonly<Record<string, string | null>>): string {
  let file = parseConf(text)
  for (const [name, value] of Object.entries(settings))
    file = value === null ? unsetSetting(file, name) : setSetting(file, name, value)
  return printConf(file)
}

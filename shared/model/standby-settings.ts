import type { Text } from '../i18n/text.ts'

/** Everything that a standby or a recovery can be told, in no version's spelling. */
export const standbySettingKeys = [
  'primaryConninfo',
  'primarySlotName',
  'restoreCommand',
  'archiveCleanupCommand',
  'recoveryEndCommand',
  'recoveryMinApplyDelay',
  'triggerFile',
  'recoveryTargetTimeline',
  'recoveryTarget',
  'recoveryTargetName',
  'recoveryTargetTime',
  'recoveryTargetXid',
  'recoveryTargetLsn',
  'recoveryTargetInclusive',
  'recoveryTargetAction',
] as const
export type StandbySettingKey = (typeof standbySettingKeys)[number]

/** One setting as the version of the instance spells it. */
export interface StandbySettingLine {
  readonly key: StandbySettingKey
  readonly name: string
  /** Passwords hidden; null: not set, so its default counts. */
  readonly value: string | null
  /** What makes a change of it take effect. */
  readonly change: 'restart' | 'reload'
}

/** primary_conninfo taken apart as libpq does; `secrets`: keywords whose values are left out. */
export type ConninfoReading =
  | {
      readonly kind: 'parts'
      readonly parts: Readonly<Record<string, string>>
      readonly secrets: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly text: string }

/** `none`: there is nothing that makes a standby of it. */
export type StandbyMode = 'standby' | 'recovery' | 'none'

/** How a standby can be told to become a primary. */
export const promotionWays = ['pg_ctl', 'sql', 'trigger'] as const
export type PromotionWay = (typeof promotionWays)[number]

/** What a form for standby settings starts from: every setting that this version has. */
export interface StandbySettingsReading {
  readonly major: number
  /** Up to 11 one file; from 12 a signal file, and settings like any other. */
  readonly way: 'recovery.conf' | 'signal-file'
  readonly mode: StandbyMode
  /** recovery.conf as it is, passwords hidden; null from 12 on, and where there is none. */
  readonly text: string | null
  readonly settings: readonly StandbySettingLine[]
  readonly conninfo: ConninfoReading
  /** Those that this version has. */
  readonly promotion: readonly PromotionWay[]
  /** Where this program keeps passwords for the instance; libpq reads such a file from 10 on. */
  readonly passfile: string
}

/** How a version has it written down. */
export interface WrittenStandbySettings {
  readonly major: number
  /** In the data directory; its text for recovery.conf, without comments; null for a signal file, which is empty. */
  readonly file: { readonly name: string; readonly text: string | null }
  /** Lines of postgresql.conf; null up to 11. */
  readonly settings: string | null
  /** What this version has no place for, or does otherwise. */
  readonly notes: readonly Text[]
}

export interface StandbySettingsDraft {
  /** For the operation `recovery`: only what changes, without any password. */
  readonly changes: Readonly<Record<string, string | null>>
  /** All settings after the change, as the major asked for would have them. */
  readonly written: WrittenStandbySettings
  readonly notes: readonly Text[]
}

/** A recovery.conf in the terms of the instance's version. */
export interface RecoveryConversion {
  readonly mode: 'standby' | 'recovery'
  /** For the operation `recovery`, by this version's names; without any password. */
  readonly settings: Readonly<Record<string, string>>
  /** primary_conninfo of `settings` taken apart; null where the file has none. */
  readonly conninfo: Readonly<Record<string, string>> | null
  /** The user and password that its connection string held, for the passfile; null: none. */
  readonly credentials: { readonly user: string; readonly password: string } | null
  /** What was done to it. */
  readonly notes: readonly Text[]
  /** What is wrong with it, or lost. `line` from 1. */
  readonly problems: readonly { readonly line: number | null; readonly text: Text }[]
}

import type { HbaRuleText } from '../../../postgres/facts/hba/add-rule.ts'
import type { StepBase, Unnumbered } from './step-base.ts'

/** Settings to set, or to take out where the value is null. */
export type SettingChanges = Readonly<Record<string, string | null>>

/**
 * Changes settings where they take effect: an edit of one file, or ALTER SYSTEM.
 *
 * Undone line by line, only where our line still stands; a running server is then reloaded, and restarted
 * if the change had reached it by a restart.
 */
export interface ConfigureStep extends StepBase<'configure'> {
  /** `alter-system` needs a running server; `file` works on any file in the configuration's grammar. */
  readonly via: 'file' | 'alter-system'
  /** The file that is edited; for `alter-system` the postgresql.auto.conf it ends up in. */
  readonly file: string
  readonly settings: SettingChanges
  /** False for files of a server that does not run: nothing is reloaded when undone. */
  readonly live: boolean
  /** Of a stopped server: its program is asked whether it would start with them. */
  readonly validate: boolean
  /** Part of an unfinished copy, which is synced as a whole when it is completed. */
  readonly inCopy: boolean
}

/** Adds pg_hba.conf rules, each where it takes effect. */
export interface AddHbaRulesStep extends StepBase<'add-hba-rules'> {
  readonly file: string
  readonly rules: readonly HbaRuleText[]
  readonly live: boolean
}

/**
 * Makes a data directory a standby's: standby.signal from 12; recovery.conf from the installation's sample up to 11.
 *
 * From 12 the settings of a standby are an ordinary `configure` step beside it.
 */
export interface StandbyFileStep extends StepBase<'standby-file'> {
  readonly file: string
  /** Up to 11: the sample to start from, as the guides do, and the settings that go in. */
  readonly recoveryConf: { readonly sample: string; readonly settings: SettingChanges } | null
}

/** Copies configuration files into a data directory, keeping included ones at the same relative place. */
export interface CopyConfigurationStep extends StepBase<'copy-configuration'> {
  readonly configFile: string
  readonly hbaFile: string
  readonly identFile: string
  /** Files that postgresql.conf includes; those outside its folder are left where they are. */
  readonly included: readonly string[]
  /** Where they are copied to. */
  readonly dir: string
}

/** Stands in every script that is written, in every language: such a file may be written anew. */
export const madeByUs = 'Made by PgTandem (pgtandem script); it may be overwritten by the same command.'

/** Writes a file of ours whole, such as a start script. One that is there already and is not ours is left alone. */
export interface WriteFileStep extends StepBase<'write-file'> {
  readonly path: string
  readonly content: string
  /** `ansi`: the code page of cmd.exe. */
  readonly encoding: 'utf8' | 'ansi'
  readonly executable: boolean
}

export const configure = (
  instance: string,
  change: Pick<ConfigureStep, 'via' | 'file' | 'settings' | 'live'> &
    Partial<Pick<ConfigureStep, 'validate' | 'inCopy'>>,
): Unnumbered<ConfigureStep> => ({
  kind: 'configure',
  instance,
  validate: false,
  inCopy: false,
  ...change,
  title: {
    key: change.via === 'file' ? 'steps.configure' : 'steps.alter-system',
    params: { file: change.file, settings: Object.keys(change.settings).join(', ') },
  },
  undo: 'inverse',
})

export const addHbaRules = (
  instance: string,
  change: Pick<AddHbaRulesStep, 'file' | 'rules' | 'live'>,
): Unnumbered<AddHbaRulesStep> => ({
  kind: 'add-hba-rules',
  instance,
  ...change,
  title: {
    key: change.rules.every(({ database }) => database === 'replication')
      ? 'steps.add-hba-rules'
      : 'steps.add-hba-rule',
    params: { file: change.file },
  },
  undo: 'inverse',
})

export const standbyFile = (
  instance: string,
  file: string,
  recoveryConf: StandbyFileStep['recoveryConf'] = null,
): Unnumbered<StandbyFileStep> => ({
  kind: 'standby-file',
  instance,
  file,
  recoveryConf,
  title: { key: 'steps.standby-file', params: { file } },
  undo: 'inverse',
})

export const copyConfiguration = (
  instance: string,
  files: Pick<CopyConfigurationStep, 'configFile' | 'hbaFile' | 'identFile' | 'included' | 'dir'>,
): Unnumbered<CopyConfigurationStep> => ({
  kind: 'copy-configuration',
  instance,
  ...files,
  title: { key: 'steps.copy-configuration', params: { file: files.configFile, dir: files.dir } },
  undo: 'nothing',
})

export const writeFile = (
  instance: string | null,
  file: Pick<WriteFileStep, 'path' | 'content' | 'encoding' | 'executable'>,
): Unnumbered<WriteFileStep> => ({
  kind: 'write-file',
  instance,
  ...file,
  title: { key: 'steps.write-file', params: { path: file.path } },
  undo: 'inverse',
})

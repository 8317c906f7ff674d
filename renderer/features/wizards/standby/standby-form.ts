import { allowedActions } from '../../../../shared/model/actions.ts'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { freeName, given, portOf, type SettingRow, settingsOf } from '../fields/field-values.ts'

export const cloneMethods = ['auto', 'copy', 'basebackup'] as const
export type CloneMethod = (typeof cloneMethods)[number]

/** What the wizard asks for a new standby, as typed; empty means: as the core chooses. */
export interface StandbyForm {
  readonly source: string
  /** Null: follows the source. */
  readonly name: string | null
  readonly port: string
  readonly method: CloneMethod
  readonly slot: boolean
  readonly sync: boolean
  readonly delay: string
  readonly applicationName: string
  readonly dataDir: string
  readonly settings: readonly SettingRow[]
}

/** Instances that a standby can be made of now. */
export const sourcesAmong = (instances: readonly InstanceView[]): readonly InstanceView[] =>
  instances.filter((instance) =>
    allowedActions(instance, { superseded: instance.entry.supersededBy !== null }).includes('clone'),
  )

/** Nothing is asked where there is one source only, or one was named. */
export const emptyStandbyForm = (
  named: string | null,
  sources: readonly Pick<InstanceView, 'name'>[],
): StandbyForm => ({
  source: named ?? (sources.length === 1 ? (sources[0]?.name ?? '') : ''),
  name: null,
  port: '',
  method: 'auto',
  slot: true,
  sync: false,
  delay: '',
  applicationName: '',
  dataDir: '',
  settings: [],
})

const STANDBY = '-standby'

/** The name as typed, else a free one that tells its source. */
export const standbyName = (
  { name, source }: Pick<StandbyForm, 'name' | 'source'>,
  taken: readonly string[],
): string => name ?? freeName(`${source.slice(0, 41 - STANDBY.length)}${STANDBY}`, taken)

/** The parameters of the operation `clone`. */
export const cloneParams = (form: StandbyForm, name: string): Readonly<Record<string, unknown>> => ({
  source: form.source,
  name: name.trim(),
  ...portOf(form.port),
  method: form.method,
  slot: form.slot,
  sync: form.sync,
  ...given('delay', form.delay),
  ...given('applicationName', form.applicationName),
  ...given('dataDir', form.dataDir),
  settings: settingsOf(form.settings),
})

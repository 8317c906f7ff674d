import { freeName, given, portOf, type SettingRow, settingsOf } from '../fields/field-values.ts'

/** What the wizard asks for a new primary, as typed; empty means: as the core chooses. */
export interface CreateForm {
  readonly name: string
  readonly port: string
  /** Folder of server programs. */
  readonly pg: string
  readonly dataDir: string
  readonly locale: string
  readonly settings: readonly SettingRow[]
}

export const emptyCreateForm = (taken: readonly string[]): CreateForm => ({
  name: freeName('primary', taken),
  port: '',
  pg: '',
  dataDir: '',
  locale: 'C',
  settings: [],
})

/** The parameters of the operation `create`. */
export const createParams = (form: CreateForm): Readonly<Record<string, unknown>> => ({
  name: form.name.trim(),
  ...portOf(form.port),
  ...given('pg', form.pg),
  ...given('dataDir', form.dataDir),
  ...given('locale', form.locale),
  settings: settingsOf(form.settings),
})

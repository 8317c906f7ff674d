import type { RecoveryConversion, StandbySettingsReading } from '../../../../shared/model/standby-settings.ts'

/** Parts of primary_conninfo that have a field of their own, in the order of the form. */
export const knownParts = [
  'host',
  'port',
  'user',
  'application_name',
  'sslmode',
  'passfile',
  'keepalives',
  'keepalives_idle',
  'keepalives_interval',
  'keepalives_count',
] as const
export type KnownPart = (typeof knownParts)[number]

/** What the fields hold; an empty one means that the default counts. */
export interface StandbyForm {
  readonly settings: Readonly<Record<string, string>>
  readonly conninfo: Readonly<Record<string, string>>
}

export interface StandbyChanges {
  readonly settings: Readonly<Record<string, string | null>>
  readonly conninfo: Readonly<Record<string, string | null>>
}

const partsOf = ({ conninfo }: StandbySettingsReading): Readonly<Record<string, string>> =>
  conninfo.kind === 'parts' ? conninfo.parts : {}

/** Settings with a field of their own: primary_conninfo is taken apart. */
export const ownSettings = ({ settings }: StandbySettingsReading): StandbySettingsReading['settings'] =>
  settings.filter(({ key }) => key !== 'primaryConninfo')

/** What the instance has now. */
export const formOf = (reading: StandbySettingsReading): StandbyForm => ({
  settings: Object.fromEntries(ownSettings(reading).map(({ name, value }) => [name, value ?? ''])),
  conninfo: partsOf(reading),
})

/** What differs from what the instance has now; null takes a setting or a part out. */
export const changesOf = (reading: StandbySettingsReading, form: StandbyForm): StandbyChanges => {
  const now = formOf(reading)
  return {
    settings: differing(now.settings, form.settings),
    conninfo: differing(now.conninfo, form.conninfo),
  }
}

function differing(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> {
  const changed = Object.entries(after).filter(([name, value]) => value.trim() !== (before[name] ?? ''))
  return Object.fromEntries(changed.map(([name, value]) => [name, value.trim() || null]))
}

/** The form with what a converted recovery.conf names; what it does not name stays. */
export function withConversion(form: StandbyForm, { settings, conninfo }: RecoveryConversion): StandbyForm {
  const { primary_conninfo: _inParts, ...named } = settings
  return {
    settings: { ...form.settings, ...named },
    conninfo: { ...form.conninfo, ...conninfo },
  }
}

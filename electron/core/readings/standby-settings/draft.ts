import type {
  StandbySettingsDraft,
  StandbySettingsReading,
  WrittenStandbySettings,
} from '../../../../shared/model/standby-settings.ts'
import { parseConf } from '../../../postgres/facts/conf/conf-file.ts'
import { secretKeywords, setConninfo } from '../../../postgres/facts/conninfo.ts'
import {
  convertRecoveryConf,
  convertToRecoveryConf,
  parseRecoveryConf,
} from '../../../postgres/facts/recovery/convert.ts'
import {
  editRecoveryConf,
  type RecoveryFile,
  recoveryFileFor,
} from '../../../postgres/facts/recovery/recovery-file.ts'
import { standbySettingKey, type StandbySettings } from '../../../postgres/facts/recovery/settings.ts'
import { sayDropped, sayRecoveryProblem } from './notes.ts'

type Changes = Readonly<Record<string, string | null>>

export interface StandbySettingsRequest {
  /** The version to show it for; changes are always the instance's own. */
  readonly major: number
  /** By this version's names; null takes one out. */
  readonly settings: Changes
  /** Parts of primary_conninfo; null takes one out. */
  readonly conninfo: Changes
}

/** What a form's changes mean for the operation `recovery`, and how the whole is written in a version. Pure. */
export function draftStandbySettings(
  reading: StandbySettingsReading,
  { major, settings, conninfo }: StandbySettingsRequest,
): StandbySettingsDraft {
  const changesConninfo = Object.keys(conninfo).length > 0
  const changes = changesConninfo
    ? { ...settings, primary_conninfo: draftConninfo(reading, conninfo) }
    : settings
  const secrets = reading.conninfo.kind === 'parts' ? reading.conninfo.secrets : []
  const notes =
    changesConninfo && secrets.length > 0
      ? [{ key: 'conversion.secret-left-out' as const, params: { keywords: secrets.join(', ') } }]
      : []
  return { changes, written: writeFor(major, reading, changes), notes }
}

/** Other parts stay as they are; no password does, and what libpq could not read is begun anew. */
function draftConninfo({ settings, conninfo }: StandbySettingsReading, parts: Changes): string | null {
  const now = settings.find(({ key }) => key === 'primaryConninfo')?.value ?? ''
  const base = conninfo.kind === 'parts' ? withoutSecrets(now) : ''
  return setConninfo(base, parts)?.trim() || null
}

const withoutSecrets = (conninfo: string): string =>
  setConninfo(conninfo, Object.fromEntries(secretKeywords.map((keyword) => [keyword, null]))) ?? ''

function writeFor(major: number, reading: StandbySettingsReading, changes: Changes): WrittenStandbySettings {
  return reading.way === 'recovery.conf'
    ? writeFile(major, editRecoveryConf(reading.text ?? '', changes), major === reading.major)
    : writeSettings(major, reading, changes)
}

/** From a recovery.conf of up to 11. */
function writeFile(major: number, text: string, isItsOwn: boolean): WrittenStandbySettings {
  if (isItsOwn)
    return { major, file: { name: 'recovery.conf', text: withoutComments(text) }, settings: null, notes: [] }
  if (major >= 12) {
    const { signal, settings, dropped, problems } = convertRecoveryConf(text, major)
    const notes = [...dropped.map(sayDropped), ...problems.map(sayRecoveryProblem)]
    return { ...written(major, { kind: 'signal', file: signal, settings, dropped: [] }), notes }
  }
  const { mode, settings } = parseRecoveryConf(text)
  return written(major, recoveryFileFor(major, settings, { mode }))
}

/** What counts of a file; the sample it was made from is long. */
const withoutComments = (text: string): string =>
  parseConf(text)
    .lines.flatMap(({ kind, text: line }) =>
      kind === 'comment' || kind === 'blank' ? [] : [`${line.trim()}\n`],
    )
    .join('')

/** From settings of 12 or later. */
function writeSettings(
  major: number,
  reading: StandbySettingsReading,
  changes: Changes,
): WrittenStandbySettings {
  const now = Object.fromEntries(reading.settings.map(({ name, value }) => [name, value]))
  const after = Object.entries({ ...now, ...changes }).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, value] as const],
  )
  const mode = reading.mode === 'recovery' ? 'recovery' : 'standby'
  if (major <= 11)
    return written(major, convertToRecoveryConf(major, `${mode}.signal`, Object.fromEntries(after)))
  const keyed: StandbySettings = Object.fromEntries(
    after.flatMap(([name, value]) => {
      const key = standbySettingKey(name)
      return key === undefined ? [] : [[key, value]]
    }),
  )
  return written(major, recoveryFileFor(major, keyed, { mode }))
}

function written(major: number, file: RecoveryFile): WrittenStandbySettings {
  const notes = file.dropped.map(sayDropped)
  return file.kind === 'recovery.conf'
    ? { major, file: { name: file.file, text: file.text }, settings: null, notes }
    : { major, file: { name: file.file, text: null }, settings: editRecoveryConf('', file.settings), notes }
}

import type { Text } from '../../../../shared/i18n/text.ts'
import type { RecoveryConversion } from '../../../../shared/model/standby-settings.ts'
import { parseConf } from '../../../postgres/facts/conf/conf-file.ts'
import { formatConninfo, parseConninfo, secretKeywords } from '../../../postgres/facts/conninfo.ts'
import {
  checkRecoverySettings,
  convertRecoveryConf,
  parseRecoveryConf,
  type RecoveryProblem,
} from '../../../postgres/facts/recovery/convert.ts'
import { mendLoneBackslashes } from '../../../postgres/facts/recovery/lone-backslashes.ts'
import {
  type DroppedSetting,
  namedSettings,
  standbySettingKey,
  standbySettingsOf,
} from '../../../postgres/facts/recovery/settings.ts'
import { sayDropped, sayRecoveryProblem } from './notes.ts'

/** The major it is for, and the passfile that a password goes to. */
export interface ConversionPlace {
  readonly major: number
  readonly passfile: string
}

/** A recovery.conf of any version as an instance of this major would have it. Pure. */
export function convertRecoveryText(pasted: string, place: ConversionPlace): RecoveryConversion {
  const { text, mended } = mendLoneBackslashes(pasted.replaceAll('\r\n', '\n'))
  const { mode, dropped, problems, ...named } = inMajor(text, place.major)
  const { settings, notes } = lowerTimeline(named.settings)
  const conninfo = convertConninfo(settings['primary_conninfo'], place)
  const { primary_conninfo: _written, ...others } = settings
  return {
    mode,
    settings: conninfo.text === null ? others : { ...others, primary_conninfo: conninfo.text },
    conninfo: conninfo.parts,
    credentials: conninfo.credentials,
    notes: [
      modeNote(mode, place.major),
      ...renamed(text, place.major),
      ...mended.map(({ name, read, meant }): Text => ({
        key: 'conversion.backslashes',
        params: { name, read, meant },
      })),
      ...notes,
      ...conninfo.notes,
    ],
    problems: [
      ...problems.map((problem) => ({
        line: 'line' in problem ? problem.line : null,
        text: sayRecoveryProblem(problem),
      })),
      ...[...dropped.map(sayDropped), ...conninfo.problems].map((said) => ({ line: null, text: said })),
    ],
  }
}

interface Named {
  readonly mode: 'standby' | 'recovery'
  readonly settings: Readonly<Record<string, string>>
  readonly dropped: readonly DroppedSetting[]
  readonly problems: readonly RecoveryProblem[]
}

function inMajor(text: string, major: number): Named {
  if (major >= 12) {
    const { signal, ...converted } = convertRecoveryConf(text, major)
    return { mode: signal === 'standby.signal' ? 'standby' : 'recovery', ...converted }
  }
  const { mode, settings, dropped, problems } = parseRecoveryConf(text)
  const named = namedSettings(major, settings)
  return {
    mode,
    settings: named.settings,
    dropped: [...dropped, ...named.dropped],
    problems: [...problems, ...checkRecoverySettings(mode, settings)],
  }
}

const modeNote = (mode: Named['mode'], major: number): Text => ({
  key: major >= 12 ? `conversion.${mode}-signal` : `conversion.${mode}-file`,
})

/** Settings that this major calls by another name. */
function renamed(text: string, major: number): Text[] {
  const names = new Map(standbySettingsOf(major).map(({ key, name }) => [key, name]))
  return parseConf(text).lines.flatMap((line): Text[] => {
    const key = line.kind === 'setting' ? standbySettingKey(line.name) : undefined
    const name = key === undefined ? undefined : names.get(key)
    if (line.kind !== 'setting' || name === undefined || name === line.name) return []
    return [{ key: 'conversion.renamed', params: { old: line.name, name } }]
  })
}

interface ConvertedConninfo {
  readonly text: string | null
  readonly parts: Readonly<Record<string, string>> | null
  readonly credentials: RecoveryConversion['credentials']
  readonly notes: readonly Text[]
  readonly problems: readonly Text[]
}

/** Without a password, which a plan must never hold; the passfile takes its place (libpq reads one from 10 on). */
function convertConninfo(conninfo: string | undefined, place: ConversionPlace): ConvertedConninfo {
  const nothing = { text: null, parts: null, credentials: null, notes: [], problems: [] }
  if (conninfo === undefined) return nothing
  const parsed = parseConninfo(conninfo)
  if (parsed.kind === 'invalid') return { ...nothing, problems: [{ key: 'conversion.conninfo-unreadable' }] }
  const given = Object.entries(parsed.params)
  const params = Object.fromEntries(given.map(([keyword, value]) => [keyword.toLowerCase(), value]))
  const { password } = params
  const open = Object.entries(params).filter(([keyword]) => !secretKeywords.includes(keyword))
  const passfile = password !== undefined && place.major >= 10 ? { passfile: place.passfile } : {}
  const parts = { ...Object.fromEntries(open), ...passfile }
  return {
    text: formatConninfo(parts),
    parts,
    credentials: password === undefined ? null : { user: params['user'] ?? 'postgres', password },
    notes: [
      ...given.flatMap(([keyword]) => lowered(keyword)),
      ...(password === undefined
        ? []
        : [{ key: 'conversion.password-moved' as const, params: { passfile: place.passfile } }]),
    ],
    problems: [],
  }
}

/** Words that PostgreSQL knows in lower case only. */
function lowered(given: string): Text[] {
  const taken = given.toLowerCase()
  return given === taken ? [] : [{ key: 'conversion.lower-case', params: { given, taken } }]
}

/** Guides write 'Latest', which a server does not start with. */
function lowerTimeline(settings: Named['settings']): {
  readonly settings: Named['settings']
  readonly notes: readonly Text[]
} {
  const timeline = settings['recovery_target_timeline']
  if (timeline === undefined || !/^(latest|current)$/i.test(timeline)) return { settings, notes: [] }
  return {
    settings: { ...settings, recovery_target_timeline: timeline.toLowerCase() },
    notes: lowered(timeline),
  }
}

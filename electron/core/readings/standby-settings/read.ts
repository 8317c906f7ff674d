import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import type { RecoveryReading } from '../../../../shared/model/readings.ts'
import {
  promotionWays,
  type ConninfoReading,
  type PromotionWay,
  type StandbySettingLine,
  type StandbySettingsReading,
} from '../../../../shared/model/standby-settings.ts'
import { parseConninfo, secretKeywords } from '../../../postgres/facts/conninfo.ts'
import { parseRecoveryConf } from '../../../postgres/facts/recovery/convert.ts'
import { namedSettings, standbySettingsOf } from '../../../postgres/facts/recovery/settings.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { readRecovery } from '../recovery.ts'

/** Every standby setting that the instance's version has, with the value it has now; `passfile`: ours for it. */
export const readStandbySettings = async (
  target: InstanceTarget,
  passfile: string,
): Promise<StandbySettingsReading> => standbySettingsIn(await readRecovery(target), target.major, passfile)

/** The same, of a reading that was made. */
export function standbySettingsIn(
  reading: RecoveryReading,
  major: number,
  passfile: string,
): StandbySettingsReading {
  const { mode, values } = reading.kind === 'recovery.conf' ? ofFile(reading, major) : ofSettings(reading)
  const settings = standbySettingsOf(major).map(({ key, name, change }): StandbySettingLine => ({
    key,
    name,
    value: values[name] ?? null,
    change,
  }))
  return {
    major,
    way: reading.kind,
    mode,
    text: reading.kind === 'recovery.conf' ? reading.text : null,
    settings,
    conninfo: readConninfo(values['primary_conninfo'] ?? ''),
    promotion: promotionWays.filter((way) => hasWay(way, major)),
    passfile,
  }
}

function hasWay(way: PromotionWay, major: number): boolean {
  const { hasPgPromote, triggerFileSetting } = versionFacts(major)
  if (way === 'trigger') return triggerFileSetting !== null
  return way === 'pg_ctl' || hasPgPromote
}

interface Values {
  readonly mode: StandbySettingsReading['mode']
  readonly values: Readonly<Record<string, string>>
}

function ofFile({ text }: Extract<RecoveryReading, { kind: 'recovery.conf' }>, major: number): Values {
  if (text === null) return { mode: 'none', values: {} }
  const { mode, settings } = parseRecoveryConf(text)
  return { mode, values: namedSettings(major, settings).settings }
}

function ofSettings(reading: Extract<RecoveryReading, { kind: 'signal-file' }>): Values {
  const mode = reading.standbySignal ? 'standby' : reading.recoverySignal ? 'recovery' : 'none'
  const values = reading.settings.flatMap(({ name, fileValue, serverValue }) => {
    const value = fileValue ?? serverValue ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return { mode, values: Object.fromEntries(values) }
}

const isSecret = ([keyword]: readonly [string, string]): boolean => secretKeywords.includes(keyword)

/** A connection string taken apart, its secrets left out. */
function readConninfo(text: string): ConninfoReading {
  const parsed = parseConninfo(text)
  if (parsed.kind === 'invalid') return { kind: 'unreadable', text }
  const entries = Object.entries(parsed.params)
  return {
    kind: 'parts',
    parts: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: entries.filter(isSecret).map(([keyword]) => keyword),
  }
}

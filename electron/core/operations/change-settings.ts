import { alterSystemConstants } from '../../postgres/facts/conf/alter-system.ts'
import { sameSettingValue } from '../../postgres/facts/conf/units.ts'
import { redactSettingValue } from '../../postgres/facts/redact-secrets.ts'
import { configure, type SettingChanges } from '../plan/steps/configuration.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import type { Text } from '../../../shared/i18n/text.ts'
import { autoConfOf } from './files.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts, KnownSetting } from './world.ts'

export interface SettingsPlan {
  /** Empty when every setting has its value already. */
  readonly drafts: readonly StepDraft[]
  /** Settings that take effect only after a restart. */
  readonly restart: readonly string[]
  /** True when something takes effect by a reload. */
  readonly reload: boolean
  readonly notices: readonly Text[]
}

type Place = { readonly via: 'file' | 'alter-system'; readonly file: string }

/**
 * Changes settings of an existing instance, each where it takes effect: in the file whose line counts now, in
 * postgresql.auto.conf (by ALTER SYSTEM when running) if that holds it, by ALTER SYSTEM where files cannot be read.
 *
 * One that stands in the file already and has not reached the server yet has no step, but its restart or reload.
 * `known`: settings of its programs, which tell the context of those that were not asked for.
 *
 * Refused: a setting that the server got on its command line, which no file can override.
 */
export function changeSettings(
  instance: InstanceFacts,
  changes: SettingChanges,
  known: readonly KnownSetting[] = [],
): SettingsPlan | Refusal {
  const groups = new Map<string, { place: Place; settings: Record<string, string | null> }>()
  const restart: string[] = []
  const notices: Text[] = []
  let reload = false
  for (const [name, value] of Object.entries(changes)) {
    const key = name.toLowerCase()
    const running = instance.server?.settings[key]
    const context = running?.context ?? known.find(({ name: one }) => one.toLowerCase() === key)?.context
    const apply = (): void => {
      if (context === 'postmaster') restart.push(name)
      else reload = true
    }
    if (hasAlready(instance, key, value)) {
      if (value !== null && running && !isApplied(running.value, value)) apply()
      continue
    }
    if (running?.source === 'command line')
      return refuse('setting-from-command-line', { name: instance.entry.name, setting: name })
    const place = placeOf(instance, key, value)
    if (!place)
      return refuse('files-not-readable', { name: instance.entry.name, path: instance.entry.dataDir })
    if (place.via === 'alter-system')
      notices.push({ key: 'notices.auto-conf-comments', params: { setting: name } })
    const group = groups.get(place.file + place.via) ?? { place, settings: {} }
    group.settings[key] = value
    groups.set(place.file + place.via, group)
    apply()
  }
  const live = instance.server !== null
  const drafts = [...groups.values()].map(({ place, settings }) =>
    configure(instance.entry.name, { ...place, settings, live, validate: !live }),
  )
  return { drafts, restart, reload, notices }
}

/** What the setting is now: as the server says, else as the files say; null when nothing sets it. */
export function currentSetting(instance: InstanceFacts, name: string): string | null {
  return instance.server?.settings[name]?.value ?? instance.settings[name]?.value ?? null
}

function hasAlready(instance: InstanceFacts, name: string, value: string | null): boolean {
  const inFile = instance.settings[name]
  if (value === null) return instance.filesReadable ? inFile === undefined : false
  if (inFile) return sameSettingValue(inFile.value, value)
  const running = instance.server?.settings[name]
  return running !== undefined && sameSettingValue(running.value, value)
}

/** A bare number may mean the same as one with a unit, so it counts as applied. */
const isApplied = (running: string, wanted: string): boolean =>
  sameSettingValue(running, wanted) || hasUnit(running) !== hasUnit(wanted)

const hasUnit = (value: string): boolean => /[a-z]\s*$/i.test(value)

/** Where files cannot be read nor written, a password that stands there could be put back by no means but a statement. */
function placeOf(instance: InstanceFacts, name: string, value: string | null): Place | null {
  const { target, server, filesReadable, settings } = instance
  const auto = autoConfOf(target.dataDir)
  const hasStatement = value === null || alterSystemConstants(name, value, target.major).length > 0
  const canAlter = server !== null && server.superuser && target.major >= 9.4 && hasStatement
  const running = server?.settings[name]?.value ?? ''
  const holdsSecret = redactSettingValue(name, running) !== running
  if (!filesReadable) return canAlter && !holdsSecret ? { via: 'alter-system', file: auto } : null
  const now = settings[name]
  if (now?.source === 'auto') return { via: canAlter ? 'alter-system' : 'file', file: auto }
  return { via: 'file', file: now?.file ?? target.configFile }
}

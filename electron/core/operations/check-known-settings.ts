import { redacted } from '../../postgres/facts/conninfo/redact.ts'
import { redactSecrets } from '../../postgres/facts/redact-secrets.ts'
import { quoteAlways } from '../../postgres/facts/conf/value.ts'
import { isUnlistedSetting } from '../../postgres/facts/unlisted-settings.ts'
import { refuse, type Refusal } from './operation.ts'
import type { World } from './world.ts'

/**
 * Every name is one that these server programs know; names with a dot belong to extensions and pass.
 *
 * Suggests the nearest name, since most are slips of the pen or names of another version.
 */
export function checkKnownSettings(
  world: World,
  binDir: string,
  settings: Readonly<Record<string, string | null>>,
): Refusal | null {
  const names = Object.keys(settings)
  if (names.length === 0) return null
  const known = world.knownSettings[binDir]
  if (!known) throw new Error(`the settings of ${binDir} were not looked at`)
  const settable = known.filter(({ context }) => context !== 'internal').map(({ name }) => name.toLowerCase())
  const major = world.installations.find((installation) => installation.binDir === binDir)?.major ?? 0
  const unknown = names.find(
    (name) =>
      !name.includes('.') && !settable.includes(name.toLowerCase()) && !isUnlistedSetting(name, major),
  )
  if (unknown === undefined) return checkNoSecrets(settings)
  const [nearest] = settable
    .map((name) => ({ name, away: distance(name, unknown.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away)
  return nearest && nearest.away <= Math.max(2, unknown.length / 4)
    ? refuse('unknown-setting-like', { setting: unknown, nearest: nearest.name })
    : refuse('unknown-setting', { setting: unknown })
}

/** Settings that follow from other parameters of `create` and `clone`: their plans would not know of a second value. */
const decided = new Set([
  'port',
  'data_directory',
  'config_file',
  'hba_file',
  'ident_file',
  'external_pid_file',
  'primary_conninfo',
  'primary_slot_name',
])

export function checkDecidedSettings(settings: Readonly<Record<string, string>>): Refusal | null {
  const setting = Object.keys(settings).find((name) => decided.has(name.toLowerCase()))
  return setting === undefined ? null : refuse('setting-is-decided', { setting })
}

export const lowerCaseNames = (settings: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name.toLowerCase(), value]))

/** A password in a conninfo or a command would end up in plans and journals: safety rule 7. Nor is a hidden one written. */
export function checkNoSecrets(settings: Readonly<Record<string, string | null>>): Refusal | null {
  const secret = Object.entries(settings).find(([name, value]) => {
    const line = `${name} = ${quoteAlways(value ?? '')}`
    return redactSecrets(line) !== line || line.includes(redacted)
  })
  return secret ? refuse('secret-in-setting', { setting: secret[0] }) : null
}

/** Levenshtein's distance; a few hundred short names make its cost of no interest. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, character] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      const replaced = (row[j] ?? 0) + (character === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

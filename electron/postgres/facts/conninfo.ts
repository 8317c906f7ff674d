import { type ConninfoEntry, type ConninfoParams, parseKeywords } from './conninfo/keywords.ts'
import { isConninfoUri, parseUri } from './conninfo/uri.ts'

export { type ConninfoParams } from './conninfo/keywords.ts'
export { redactConninfo, secretKeywords } from './conninfo/redact.ts'

/** A connection string taken apart. */
export type Conninfo =
  | { readonly kind: 'keywords' | 'uri'; readonly params: ConninfoParams }
  | { readonly kind: 'invalid'; readonly reason: 'missing-equals' | 'unterminated-quote' | 'bad-uri' }

/**
 * Reads a connection string as libpq does: `keyword = value` pairs or a `postgresql://` URI; of equal keywords the last counts.
 *
 * Whether libpq knows a keyword depends on its version and is not checked. Source: manual, "Connection Strings"; fe-connect.c.
 */
export function parseConninfo(text: string): Conninfo {
  if (isConninfoUri(text)) {
    const params = parseUri(text)
    return params === undefined ? { kind: 'invalid', reason: 'bad-uri' } : { kind: 'uri', params }
  }
  const parsed = parseKeywords(text)
  if (!parsed.ok) return { kind: 'invalid', reason: parsed.reason }
  return {
    kind: 'keywords',
    params: Object.fromEntries(parsed.entries.map(({ key, value }) => [key, value])),
  }
}

/** The parameters as `keyword=value` pairs, quoted so that libpq reads the same values. Not yet quoted for a file. */
export function formatConninfo(params: ConninfoParams): string {
  return Object.entries(params)
    .map(([key, value]) => `${key}=${quoteConninfoValue(value)}`)
    .join(' ')
}

/** The value as it may stand after `keyword=`. */
export function quoteConninfoValue(value: string): string {
  if (value !== '' && !/[\s'\\]/.test(value)) return value
  return `'${value.replaceAll(/['\\]/g, (character) => `\\${character}`)}'`
}

/**
 * The connection string with parameters changed, added at its end, or taken out (null); undefined if it cannot be read.
 *
 * Other pairs stay byte for byte. A URI becomes `keyword=value` pairs, which libpq takes everywhere.
 */
export function setConninfo(
  text: string,
  changes: Readonly<Record<string, string | null>>,
): string | undefined {
  if (isConninfoUri(text)) {
    const params = parseUri(text)
    return params === undefined ? undefined : setConninfo(formatConninfo(params), changes)
  }
  const parsed = parseKeywords(text)
  if (!parsed.ok) return undefined
  const pieces: string[] = []
  let at = 0
  for (const [index, entry] of parsed.entries.entries()) {
    const change = changes[entry.key]
    if (change === undefined) continue
    pieces.push(text.slice(at, change === null ? entry.start : entry.valueStart))
    if (change !== null) pieces.push(valueInPlace(text, entry, change))
    at = change === null ? (parsed.entries[index + 1]?.start ?? text.length) : entry.end
  }
  const changed = pieces.join('') + text.slice(at)
  const present = new Set(parsed.entries.map((entry) => entry.key))
  const added = Object.entries(changes).flatMap(([key, value]) =>
    value === null || present.has(key) ? [] : [`${key}=${quoteConninfoValue(value)}`],
  )
  if (added.length === 0) return changed
  const kept = closeLastValue(changed)
  return [...(kept.trim() === '' ? [] : [kept]), ...added].join(' ')
}

/** Quotes stay quotes: only they may part a value from a keyword that follows without a blank. */
function valueInPlace(text: string, entry: ConninfoEntry, value: string): string {
  const written = quoteConninfoValue(value)
  return text[entry.valueStart] === "'" && !written.startsWith("'") ? `'${written}'` : written
}

/** Makes it safe to go on after the string: an empty value or a backslash at its end would swallow what follows. */
function closeLastValue(text: string): string {
  const last = parseKeywords(text).entries.at(-1)
  if (last === undefined || last.end < text.length || text[last.valueStart] === "'") return text
  return text.slice(0, last.valueStart) + quoteConninfoValue(last.value)
}

/** Parameters of a connection by keyword. */
export type ConninfoParams = Readonly<Record<string, string>>

/** One `keyword = value` pair by its place in the string. */
export interface ConninfoEntry {
  readonly key: string
  readonly value: string
  readonly start: number
  readonly valueStart: number
  readonly end: number
}

/** All pairs in order, or why libpq would refuse the string; `entries` then holds those before the fault. */
export type ParsedKeywords =
  | { readonly ok: true; readonly entries: readonly ConninfoEntry[] }
  | {
      readonly ok: false
      readonly reason: 'missing-equals' | 'unterminated-quote'
      readonly entries: readonly ConninfoEntry[]
    }

/** What C calls isspace; narrower than JavaScript's `\s`. */
const blanks = /[ \t\n\v\f\r]*/y
const bareValue = /(?:\\[^]|[^ \t\n\v\f\r\\])*\\?/y
const quotedValue = /'((?:\\[^]|[^'\\])*)'/y

/**
 * Cuts a connection string into its pairs as conninfo_parse of libpq does.
 *
 * Blanks around `=` are skipped, so the value of `host= port=5432` is `port=5432`. A backslash takes the next character as it is.
 */
export function parseKeywords(text: string): ParsedKeywords {
  const entries: ConninfoEntry[] = []
  let at = after(blanks, text, 0)
  while (at < text.length) {
    const start = at
    at = after(/[^= \t\n\v\f\r]*/y, text, at)
    const key = text.slice(start, at)
    at = after(blanks, text, at)
    if (text[at] !== '=') return { ok: false, reason: 'missing-equals', entries }
    const valueStart = after(blanks, text, at + 1)
    const quoted = text[valueStart] === "'"
    const end = after(quoted ? quotedValue : bareValue, text, valueStart)
    if (quoted && end === valueStart) return { ok: false, reason: 'unterminated-quote', entries }
    const raw = quoted ? text.slice(valueStart + 1, end - 1) : text.slice(valueStart, end)
    entries.push({ key, value: raw.replaceAll(/\\([^]|$)/g, '$1'), start, valueStart, end })
    at = after(blanks, text, end)
  }
  return { ok: true, entries }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

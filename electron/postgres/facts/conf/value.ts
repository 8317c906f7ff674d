const bareValue = /^(?:[-+]?[0-9]+[A-Za-z]*|[A-Za-z_][A-Za-z_0-9]*)$/

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The value as it may stand in a configuration file: bare if it is one plain word or number, else in apostrophes. */
export function quoteConfValue(value: string): string {
  return bareValue.test(value) ? value : quoteAlways(value)
}

/**
 * The value in apostrophes, with apostrophes and backslashes doubled and line ends as `\n` and `\r`.
 *
 * @throws RangeError for a NUL character, which no setting can hold.
 */
export function quoteAlways(value: string): string {
  if (value.includes('\0')) throw new RangeError('a setting cannot hold a NUL character')
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `'${escaped}'`
}

/** What the server reads from a value as written: apostrophes taken off, escapes resolved (DeescapeQuotedString). */
export function unquoteConfValue(raw: string): string {
  if (!raw.startsWith("'")) return raw
  return raw.slice(1, -1).replaceAll(/(?:\\[0-7]{1,3})+|\\[^0-7]|''/g, unescapeOne)
}

function unescapeOne(part: string): string {
  if (part === "''") return "'"
  if (/^\\[0-7]/.test(part)) {
    const octals = part.match(/[0-7]{1,3}/g) ?? []
    return Buffer.from(octals.map((digits) => Number.parseInt(digits, 8) & 0xff)).toString('utf8')
  }
  const character = part.slice(1)
  return escapes[character] ?? character
}

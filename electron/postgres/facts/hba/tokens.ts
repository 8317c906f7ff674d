/** One word of pg_hba.conf. A quoted keyword is a plain name. */
export interface HbaToken {
  readonly value: string
  readonly quoted: boolean
}

/** A column: one word, or several with commas between them. */
export type HbaField = readonly HbaToken[]

interface Scanned {
  readonly token: HbaToken
  readonly next: number
  readonly comma: boolean
}

const isBlank = (character: string): boolean => /[ \t\r\n]/.test(character)

/** Reads one word as next_token in hba.c does: quotes may open anywhere, `""` is a quote, `#` ends the line. */
function scanToken(line: string, start: number): Scanned | undefined {
  let at = start
  while (at < line.length && (isBlank(line.charAt(at)) || line[at] === ',')) at += 1
  let value = ''
  let [inQuote, wasQuote, initialQuote, sawQuote] = [false, false, false, false]
  for (; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (isBlank(character) && !inQuote) break
    if (character === '#' && !inQuote) {
      at = line.length
      break
    }
    if (character === ',' && !inQuote)
      return { token: { value, quoted: initialQuote }, next: at + 1, comma: true }
    if (character !== '"' || wasQuote) value += character
    wasQuote = inQuote && character === '"' ? !wasQuote : false
    if (character === '"') {
      inQuote = !inQuote
      sawQuote = true
      if (value === '') initialQuote = true
    }
  }
  if (value === '' && !sawQuote) return undefined
  return { token: { value, quoted: initialQuote }, next: at, comma: false }
}

/** The columns of one line, continuation lines already joined. */
export function tokenizeHbaLine(line: string): readonly HbaField[] {
  const fields: HbaField[] = []
  let at = 0
  for (;;) {
    const field: HbaToken[] = []
    let comma = true
    while (comma) {
      const scanned = scanToken(line, at)
      if (scanned === undefined) {
        at = line.length
        break
      }
      field.push(scanned.token)
      at = scanned.next
      comma = scanned.comma
    }
    if (field.length === 0) return fields
    fields.push(field)
  }
}

/** True if the word is this keyword, which quoting takes away. */
export function isKeyword(token: HbaToken, keyword: string): boolean {
  return !token.quoted && token.value === keyword
}

/**
 * A database or role name as it stands for itself in pg_hba.conf, quoted where it would mean something else.
 *
 * From 16 on a name that begins with `/` is a pattern even in quotes: it cannot be written.
 */
export function quoteHbaName(name: string): string {
  const plain = /^[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff-]*$/.test(name)
  const keyword = /^(all|sameuser|samegroup|samerole|replication)$/.test(name)
  return plain && !keyword ? name : `"${name.replaceAll('"', '""')}"`
}

/** What guc-file.l calls its tokens; `error` is a character that starts none of them. */
export type TokenKind =
  'id' | 'qualified-id' | 'string' | 'unquoted' | 'integer' | 'real' | 'equals' | 'error'

/** One token of a configuration line, by its place in the line. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

/** A line's tokens, and where its trailing comment starts (the line's length if it has none). */
export interface ScannedLine {
  readonly tokens: readonly Token[]
  readonly commentStart: number
}

const letter = String.raw`[A-Za-z_\u0080-\uffff]`
const letterOrDigit = String.raw`[A-Za-z_0-9\u0080-\uffff]`
const id = `${letter}${letterOrDigit}*`

/** In the order of guc-file.l: of two equally long matches the earlier rule wins. */
const rules: readonly (readonly [TokenKind, RegExp])[] = [
  ['id', new RegExp(id, 'y')],
  ['qualified-id', new RegExp(String.raw`${id}\.${id}`, 'y')],
  ['string', /'(?:[^'\\\n]|\\[^\n]|'')*'/y],
  ['unquoted', new RegExp(String.raw`${letter}(?:${letterOrDigit}|[-._:/])*`, 'y')],
  ['integer', /[-+]?(?:0x[0-9a-fA-F]+|[0-9]+)[a-zA-Z]*/y],
  ['real', /[-+]?[0-9]*\.[0-9]*(?:[Ee][-+]?[0-9]+)?/y],
  ['equals', /=/y],
]

const blank = /[ \t\r]+/y

/** Cuts one line into the server's own tokens (guc-file.l, longest match). */
export function scanLine(text: string): ScannedLine {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    blank.lastIndex = at
    if (blank.test(text)) {
      at = blank.lastIndex
    } else if (text[at] === '#') {
      return { tokens, commentStart: at }
    } else {
      const token = longestToken(text, at)
      tokens.push(token)
      at = token.end
    }
  }
  return { tokens, commentStart: text.length }
}

function longestToken(text: string, start: number): Token {
  let best: Token = { kind: 'error', start, end: start }
  for (const [kind, rule] of rules) {
    rule.lastIndex = start
    if (rule.test(text) && rule.lastIndex > best.end) best = { kind, start, end: rule.lastIndex }
  }
  return best.kind === 'error' ? { ...best, end: start + 1 } : best
}

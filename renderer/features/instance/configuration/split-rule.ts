/** A line of pg_hba.conf in the columns of its manual page; an include stands whole in the first. */
export interface RuleColumns {
  readonly type: string
  readonly database: string
  readonly user: string
  /** With the mask, where it is a column of its own; empty for `local`. */
  readonly address: string
  /** With its options. */
  readonly method: string
}

/** The columns of a rule for showing it: words between blanks, quoted ones in one piece, no comment. */
export function splitRule(text: string): RuleColumns {
  const words = text.match(/"(?:[^"]|"")*"[^\s#]*|[^\s#"]+(?:"(?:[^"]|"")*"[^\s#"]*)*|#.*/g) ?? []
  const fields = words.filter((word) => !word.startsWith('#'))
  const [type = '', database = '', user = '', ...rest] = fields
  if (/^(@|include)/.test(type))
    return { type: fields.join(' '), database: '', user: '', address: '', method: '' }
  if (type === 'local') return { type, database, user, address: '', method: rest.join(' ') }
  const [address = '', second = '', ...options] = rest
  return /^[\d.]+$|:.*:/.test(second)
    ? { type, database, user, address: `${address} ${second}`, method: options.join(' ') }
    : { type, database, user, address, method: [second, ...options].join(' ') }
}

/** One line of a passfile; `*` in any of the first four matches everything. */
export interface PassfileEntry {
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
  readonly password: string
}

/** What a session wants to reach; compared with the first four fields of each entry. */
export interface PassfileQuery {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
}

const splitFields = (line: string): string[] => {
  const fields = ['']
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index)
    if (character === ':') fields.push('')
    else {
      const escaped = character === '\\' && index + 1 < line.length
      if (escaped) index += 1
      fields[fields.length - 1] += escaped ? line.charAt(index) : character
    }
  }
  return fields
}

/** One line of a passfile; null for an empty line or a comment, `damaged` for one with fewer than five fields. */
export const parsePassfileLine = (line: string): PassfileEntry | 'damaged' | null => {
  const bare = line.replace(/\r$/, '')
  if (bare === '' || bare.startsWith('#')) return null
  const [host, port, database, user, password] = splitFields(bare)
  if (host === undefined || port === undefined || database === undefined) return 'damaged'
  if (user === undefined || password === undefined) return 'damaged'
  return { host, port, database, user, password }
}

/** Every entry of a passfile in order, and the numbers (from 1) of its damaged lines, which libpq passes over. */
export const parsePassfile = (
  text: string,
): { readonly entries: readonly PassfileEntry[]; readonly damagedLines: readonly number[] } => {
  const entries: PassfileEntry[] = []
  const damagedLines: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const entry = parsePassfileLine(line)
    if (entry === 'damaged') damagedLines.push(index + 1)
    else if (entry !== null) entries.push(entry)
  }
  return { entries, damagedLines }
}

const escapeField = (field: string) => field.replace(/[\\:]/g, '\\$&')

/** True for a password that one line of a passfile can hold. */
export const isStorablePassword = (password: string): boolean => !/[\n\r\0]/.test(password)

/** One line without its end; colons and backslashes are escaped. */
export const printPassfileEntry = (entry: PassfileEntry): string =>
  [entry.host, entry.port, entry.database, entry.user, entry.password].map(escapeField).join(':')

const matches = (pattern: string, value: string) => pattern === '*' || pattern === value

/**
 * The password of the first entry that matches; null when none does.
 *
 * As libpq does it, a socket directory also answers to `localhost` (manual: libpq-pgpass).
 */
export const findPassword = (entries: readonly PassfileEntry[], wanted: PassfileQuery): string | null => {
  const isSocket = wanted.host.startsWith('/')
  const found = entries.find(
    (entry) =>
      (matches(entry.host, wanted.host) || (isSocket && entry.host === 'localhost')) &&
      matches(entry.port, String(wanted.port)) &&
      matches(entry.database, wanted.database) &&
      matches(entry.user, wanted.user),
  )
  return found === undefined ? null : found.password
}

/** An entry for one user of one instance wherever it listens: ports change, and replication has a database name of its own. */
export const entryForUser = (user: string, password: string): PassfileEntry => ({
  host: '*',
  port: '*',
  database: '*',
  user,
  password,
})

import { PgTandemError, type ErrorDetails } from '../../../shared/errors/pgtandem-error.ts'

/** The fields of PostgreSQL's ErrorResponse that are read here (manual: protocol-error-fields). */
export interface ServerError {
  readonly sqlstate: string
  readonly message: string
  readonly detail: string | null
  readonly hint: string | null
  /** In characters, from 1, into the text that was sent. */
  readonly position: number | null
}

/** Whom a session speaks to, as its failures name it. */
export interface SessionPlace {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** Reads what a driver error says about the server's refusal; null when it did not come from the server. */
export const parseServerError = (error: unknown): ServerError | null => {
  if (!(error instanceof Error) || !('severity' in error)) return null
  const fields = error as unknown as Record<string, unknown>
  const sqlstate = textOf(fields.code)
  if (sqlstate === null) return null
  const position = Number(fields.position)
  return {
    sqlstate,
    message: error.message,
    detail: textOf(fields.detail),
    hint: textOf(fields.hint),
    position: Number.isInteger(position) && position > 0 ? position : null,
  }
}

/** Code points, as PostgreSQL counts them in UTF-8. */
const charactersOf = (text: string): string[] => Array.from(text)

/** psql's two lines about a place in a statement: `LINE 2: …` and a caret below. */
export const describePosition = (sql: string, position: number): string[] => {
  const before = charactersOf(sql)
    .slice(0, position - 1)
    .join('')
  const lineNumber = before.split('\n').length
  const line = (sql.split('\n')[lineNumber - 1] ?? '').replace(/\r$/, '')
  const column = charactersOf(before.slice(before.lastIndexOf('\n') + 1)).length
  const prefix = `LINE ${lineNumber}: `
  return [prefix + line, `${' '.repeat(prefix.length + column)}^`]
}

const detailsOf = (place: SessionPlace, error: ServerError, sql: string | undefined): ErrorDetails => ({
  instance: place.name,
  sqlstate: error.sqlstate,
  lastLines: [
    `ERROR: ${error.message}`,
    ...(error.detail === null ? [] : [`DETAIL: ${error.detail}`]),
    ...(error.hint === null ? [] : [`HINT: ${error.hint}`]),
    ...(sql === undefined || error.position === null ? [] : describePosition(sql, error.position)),
  ],
})

const connectCode = (error: ServerError) => {
  if (error.sqlstate === '28P01') return 'wrong-password'
  if (error.sqlstate === '3D000') return 'database-missing'
  if (error.sqlstate === '53300') return 'too-many-connections'
  if (error.sqlstate === '57P03') return 'server-starting'
  if (error.sqlstate !== '28000') return 'connection-refused-by-server'
  if (error.message.startsWith('no pg_hba.conf entry')) return 'no-hba-entry'
  if (/^role ".*" does not exist$/s.test(error.message)) return 'role-missing'
  return 'authentication-failed'
}

/** What a failed attempt to connect means; the server's own sentence is kept in `params.message`. */
export const toConnectError = (place: SessionPlace, error: unknown): PgTandemError => {
  const { name, host, port, user, database } = place
  const params = { instance: name, host, port, user, database }
  const options = { cause: error }
  const server = parseServerError(error)
  if (server !== null)
    return new PgTandemError(
      connectCode(server),
      { ...params, message: server.message },
      detailsOf(place, server, undefined),
      options,
    )
  const message = error instanceof Error ? error.message : String(error)
  const code = message.includes('client password must be') ? 'password-missing' : 'server-unreachable'
  // What the driver says of a password that nobody gave helps nobody.
  const lastLines = code === 'password-missing' ? [] : [message]
  return new PgTandemError(code, { ...params, message }, { instance: name, lastLines }, options)
}

/** What a failed statement means: `connection-lost` when the session is gone with it, else `sql-failed` with the sqlstate. */
export const toStatementError = (place: SessionPlace, error: unknown, sql: string): PgTandemError => {
  const server = parseServerError(error)
  const message = server?.message ?? (error instanceof Error ? error.message : String(error))
  const lost = server === null || ['57P01', '57P02', '57P03', '57P05'].includes(server.sqlstate)
  const details =
    server === null ? { instance: place.name, lastLines: [message] } : detailsOf(place, server, sql)
  return new PgTandemError(
    lost ? 'connection-lost' : 'sql-failed',
    { instance: place.name, message },
    details,
    { cause: error },
  )
}

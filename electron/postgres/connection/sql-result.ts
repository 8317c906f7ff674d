import type { Session } from './connect.ts'
import type { StatementResult } from './run-simple.ts'

/** The last statement's result as PostgreSQL's own text, and every notice on the way. */
export interface SqlResult {
  readonly command: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly rowCount: number | null
  /** Rows beyond those asked for, which were counted and dropped. */
  readonly more: number
  /** `NOTICE: …`, in order; the first 1000 where rows are limited. */
  readonly notices: readonly string[]
}

/** Kept beside a limited number of rows: a loop may raise millions. */
const mostNotices = 1000

const NOTHING: StatementResult = { command: '', columns: [], rows: [], rowCount: null, more: 0 }

/**
 * Runs a person's SQL: any number of statements, in one transaction unless they say otherwise (simple protocol).
 *
 * Throws `sql-failed` with the sqlstate, and the place in the text among `details.lastLines`. COPY from or to the client
 * is not served: FROM STDIN fails, TO STDOUT gives no rows.
 */
export const runSql = async (session: Session, sql: string, maxRows = Infinity): Promise<SqlResult> => {
  const notices: string[] = []
  const stop = session.onNotice((severity, message) => {
    if (maxRows === Infinity || notices.length < mostNotices) notices.push(`${severity}: ${message}`)
  })
  try {
    const results = await session.simple(sql, maxRows)
    return { ...(results.at(-1) ?? NOTHING), notices }
  } finally {
    stop()
  }
}

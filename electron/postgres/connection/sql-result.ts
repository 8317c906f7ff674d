import type { Session, StatementResult } from './connect.ts'

/** The last statement's result as PostgreSQL's own text, and every notice on the way. */
export interface SqlResult {
  readonly command: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly rowCount: number | null
  /** `NOTICE: …`, in order. */
  readonly notices: readonly string[]
}

const NOTHING: StatementResult = { command: '', columns: [], rows: [], rowCount: null }

/**
 * Runs a person's SQL: any number of statements, in one transaction unless they say otherwise (simple protocol).
 *
 * Throws `sql-failed` with the sqlstate, and the place in the text among `details.lastLines`. COPY from or to the client
 * is not served: FROM STDIN fails, TO STDOUT gives no rows.
 */
export const runSql = async (session: Session, sql: string): Promise<SqlResult> => {
  const notices: string[] = []
  const stop = session.onNotice((severity, message) => notices.push(`${severity}: ${message}`))
  try {
    const results = await session.simple(sql)
    return { ...(results.at(-1) ?? NOTHING), notices }
  } finally {
    stop()
  }
}

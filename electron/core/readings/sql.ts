import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { withSession } from '../../postgres/connection/connect.ts'
import { runSql as runInSession, type SqlResult } from '../../postgres/connection/sql-result.ts'

export interface SqlRequest {
  readonly sql: string
  readonly database?: string
  readonly user?: string
  /** Instead of the passfile's; from a prompt or standard input, never from an argument. */
  readonly password?: string
  /** More rows than this are counted, not kept. */
  readonly maxRows?: number
  /** Ends the statement on the server too. */
  readonly signal?: AbortSignal
}

/** application_name of a person's statements, so that a smart stop does not end them as it ends our own short sessions. */
const APPLICATION_NAME = 'pgtandem sql'

/**
 * Runs a person's SQL on an instance: the last statement's result as PostgreSQL's own text, and all notices.
 *
 * Throws what opening a session throws, and `sql-failed` with the sqlstate in its details.
 */
export function runSql(target: InstanceTarget, request: SqlRequest): Promise<SqlResult> {
  const { sql, user, database, password, signal, maxRows } = request
  return withSession(
    { ...target, user: user ?? target.user },
    {
      applicationName: APPLICATION_NAME,
      ...(database === undefined ? {} : { database }),
      ...(password === undefined ? {} : { password }),
      ...(signal === undefined ? {} : { signal }),
    },
    (session) => runInSession(session, sql, maxRows),
  )
}

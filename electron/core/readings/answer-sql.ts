import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { SqlAnswer } from '../../../shared/model/readings.ts'
import { runSql } from './sql.ts'

export interface SqlQuestion {
  readonly sql: string
  readonly database?: string
  readonly maxRows: number
  /** Ends the statement on the server too. */
  readonly signal?: AbortSignal
}

/**
 * A person's SQL and what the server makes of it, its refusal too. Throws what opening a session throws, `connection-lost`
 * and `cancelled`.
 *
 * No more than `maxRows` rows are held at a time. What is not bounded: the server works out and sends all rows, since they
 * are counted, and one value may be as big as PostgreSQL lets it be (1 GB).
 */
export async function answerSql(target: InstanceTarget, question: SqlQuestion): Promise<SqlAnswer> {
  const startedAt = performance.now()
  const elapsedMs = (): number => performance.now() - startedAt
  try {
    const result = await runSql(target, question)
    return { kind: 'result', ...result, elapsedMs: elapsedMs() }
  } catch (error) {
    if (!(error instanceof PgTandemError) || error.code !== 'sql-failed') throw error
    const { params, details, message } = error
    return {
      kind: 'failed',
      sqlstate: details.sqlstate ?? null,
      message: String(params['message'] ?? message),
      lines: details.lastLines ?? [],
      elapsedMs: elapsedMs(),
    }
  }
}

import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { ErrorRecord } from '../../../../shared/model/job.ts'

/** Any failure as data. A bug keeps its own words under `unexpected`. */
export function toErrorRecord(error: unknown): ErrorRecord {
  if (error instanceof PgTandemError) {
    return { code: error.code, params: error.params, message: error.message, details: error.details }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'unexpected', params: {}, message, details: {} }
}

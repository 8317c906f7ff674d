import { ORPCError } from '@orpc/client'
import type { ErrorRecord } from '../../shared/model/job.ts'

/** There is no link to the program just now. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** Why something could not be done: a failure that the core described, or none at all to reach it. */
export type Failure = ErrorRecord | 'lost'

/** Anything that a call threw, as what a person can be told. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ConnectionLost) return 'lost'
  if (error instanceof ORPCError && error.code === 'FAILED') return error.data as ErrorRecord
  // oRPC rejects what was under way when the link broke with an AbortError of its own.
  if (error instanceof Error && error.name === 'AbortError') return 'lost'
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', params: {}, message, details: {} }
}

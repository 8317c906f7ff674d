import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { openSession, type Session, type SessionOptions } from '../../postgres/connection/connect.ts'

export interface TimedOptions extends Pick<SessionOptions, 'database'> {
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs `use` with a session of its own that is ended, with the statement it runs, after the deadline or with `signal`.
 *
 * No statement_timeout would do: the server switches it off before it waits for a synchronous standby. Ending the wait
 * leaves the row committed on the primary. Throws `commit-waits` after the deadline, `cancelled` with the signal.
 */
export async function withTimedSession<T>(
  target: InstanceTarget,
  { deadlineMs, signal, ...options }: TimedOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), deadlineMs)
  const ends = signal === undefined ? deadline.signal : AbortSignal.any([signal, deadline.signal])
  const tooLate = (): boolean => deadline.signal.aborted && signal?.aborted !== true
  const commitWaits = (options?: ErrorOptions): PgTandemError => {
    const params = { primary: target.name, seconds: Math.round(deadlineMs / 1000) }
    return new PgTandemError('commit-waits', params, { instance: target.name }, options)
  }
  let session: Session | undefined
  try {
    session = await openSession(target, { ...options, signal: ends })
    const result = await use(session)
    // The server may still answer the statement whose wait was ended.
    if (tooLate()) throw commitWaits()
    return result
  } catch (error) {
    throw tooLate() ? commitWaits({ cause: error }) : error
  } finally {
    clearTimeout(timer)
    if (!ends.aborted) await session?.close()
  }
}

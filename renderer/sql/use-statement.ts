import { useEffect, useRef, useState } from 'react'
import type { SqlAnswer } from '../../shared/model/readings.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi } from '../api/use-api.ts'

/** More rows than these are counted, not shown. */
const MOST_ROWS = 500

export type StatementState =
  | { readonly kind: 'idle' | 'running' | 'cancelled' }
  | { readonly kind: 'answered'; readonly answer: SqlAnswer }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Runs one statement at a time; leaving the page ends it, as `cancel` does. */
export function useStatement(name: string): {
  readonly state: StatementState
  /** `database` empty: the one the user's name leads to. */
  readonly run: (sql: string, database: string) => Promise<void>
  readonly cancel: () => void
} {
  const api = useApi()
  const [state, setState] = useState<StatementState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (sql: string, database: string): Promise<void> => {
    const abort = new AbortController()
    running.current = abort
    setState({ kind: 'running' })
    try {
      const answer = await api.instances.sql(
        { name, sql, maxRows: MOST_ROWS, ...(database === '' ? {} : { database }) },
        { signal: abort.signal },
      )
      if (!abort.signal.aborted) setState({ kind: 'answered', answer })
    } catch (error) {
      setState(abort.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', failure: toFailure(error) })
    }
  }
  return { state, run, cancel: () => running.current?.abort() }
}

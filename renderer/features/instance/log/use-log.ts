import { useReducer } from 'react'
import type { LogLine } from '../../../../shared/model/log-line.ts'
import type { LogBatch } from '../../../../shared/model/readings.ts'
import type { Failure } from '../../../api/failure.ts'
import { useStream } from '../../../api/use-api.ts'
import { appendLines, type LogEntry, MOST_LINES } from './log-entries.ts'

const FIRST_LINES = 500

export interface LogState {
  readonly file: string | null
  readonly entries: readonly LogEntry[]
  /** What came while paused; shown when it goes on. */
  readonly held: readonly LogLine[]
  readonly paused: boolean
  /** Lines that the program left out because too many came at once. */
  readonly skipped: number
  readonly failure: Failure | null
  readonly round: number
}

export type LogAction =
  | { readonly kind: 'batch'; readonly batch: LogBatch }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'pause' | 'resume' | 'clear' | 'retry' }

export const emptyLog: LogState = {
  file: null,
  entries: [],
  held: [],
  paused: false,
  skipped: 0,
  failure: null,
  round: 0,
}

/** The log after something happened. Pure; a stream begins with a batch without lines, which empties what another one brought. */
export function reduceLog(state: LogState, action: LogAction): LogState {
  switch (action.kind) {
    case 'batch': {
      const { file, lines, skipped } = action.batch
      if (lines.length === 0) return { ...emptyLog, file, paused: state.paused, round: state.round }
      const news = { ...state, file, skipped: state.skipped + skipped }
      return state.paused
        ? { ...news, held: [...state.held, ...lines].slice(-MOST_LINES) }
        : { ...news, entries: appendLines(state.entries, lines) }
    }
    case 'failed':
      return { ...state, failure: action.failure }
    case 'pause':
      return { ...state, paused: true }
    case 'resume':
      return { ...state, paused: false, held: [], entries: appendLines(state.entries, state.held) }
    case 'clear':
      return { ...state, entries: [], held: [], skipped: 0 }
    case 'retry':
      return { ...state, failure: null, round: state.round + 1 }
  }
}

/** An instance's log, followed while the component is there. */
export function useLog(name: string): { readonly log: LogState; readonly act: (action: LogAction) => void } {
  const [log, act] = useReducer(reduceLog, emptyLog)
  useStream(
    `log ${name} ${log.round}`,
    (api, signal) => api.instances.log({ name, lines: FIRST_LINES }, { signal }),
    {
      onValue: (batch) => act({ kind: 'batch', batch }),
      onFailure: (failure) => act({ kind: 'failed', failure }),
    },
  )
  return { log, act }
}

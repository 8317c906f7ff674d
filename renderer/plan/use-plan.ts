import { useEffect, useRef, useState } from 'react'
import type { PlanAnswer } from '../../shared/contract/operations.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi, useConnectionState } from '../api/use-api.ts'

/** What an operation with the present parameters would do. */
export type PlanState =
  | { readonly kind: 'planning'; readonly last: PlanAnswer | null }
  | { readonly kind: 'answered'; readonly answer: PlanAnswer }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** The request whose plan is wanted; null: not yet. */
export type PlanRequest = {
  readonly operation: string
  readonly params: Readonly<Record<string, unknown>>
} | null

const DEBOUNCE_MS = 250

/**
 * Plans anew whenever the parameters change, a moment after the last keystroke, and when `occasion` or `world` changes or
 * `again` is called.
 *
 * A plan stays at hand until what news of the world make of it is known: the core looks again before it runs one.
 * The core checks: a port that is taken, a folder that is there and a name that is not allowed come back as refusals.
 */
export function usePlan(
  request: PlanRequest,
  occasion = 0,
  world = '',
): { readonly state: PlanState; readonly again: () => void } {
  const api = useApi()
  const open = useConnectionState().kind === 'open'
  const [state, setState] = useState<PlanState>({ kind: 'planning', last: null })
  const [round, setRound] = useState(0)
  const wanted = JSON.stringify(request)
  const first = useRef(true)
  const asked = useRef('')
  useEffect(() => {
    if (!open) {
      // Another program may answer next, which does not know this plan.
      asked.current = ''
      return undefined
    }
    if (wanted === 'null') {
      setState({ kind: 'planning', last: null })
      return undefined
    }
    const abort = new AbortController()
    const question = `${round} ${occasion} ${wanted}`
    const isSame = asked.current === question
    asked.current = question
    setState((before) =>
      isSame && before.kind === 'answered' ? before : { kind: 'planning', last: lastAnswer(before) },
    )
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.operations.plan(JSON.parse(wanted), { signal: abort.signal })
        if (!abort.signal.aborted) setState({ kind: 'answered', answer })
      } catch (error) {
        if (!abort.signal.aborted) setState({ kind: 'failed', failure: toFailure(error) })
      }
    }
    const timer = window.setTimeout(() => void ask(), first.current ? 0 : DEBOUNCE_MS)
    first.current = false
    return () => {
      window.clearTimeout(timer)
      abort.abort()
    }
  }, [api, open, wanted, round, occasion, world])
  return { state, again: () => setRound((before) => before + 1) }
}

const lastAnswer = (state: PlanState): PlanAnswer | null =>
  state.kind === 'answered' ? state.answer : state.kind === 'planning' ? state.last : null

/** The refusal of the last answer, as long as it is not overtaken; null when it is a plan. */
export function refusalOf(state: PlanState): Extract<PlanAnswer, { kind: 'refused' }> | null {
  const answer = lastAnswer(state)
  return answer?.kind === 'refused' ? answer : null
}

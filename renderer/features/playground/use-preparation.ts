import { useEffect, useState } from 'react'
import type { PlaygroundState } from '../../../shared/model/playground.ts'
import { type Failure, toFailure } from '../../api/failure.ts'
import { useApi, useConnectionState } from '../../api/use-api.ts'
import type { Pair } from './choose-pair.ts'

export interface Preparation {
  /** null: not made yet. Stays when the primary goes away: the standby still has it. */
  readonly place: PlaygroundState | null
  readonly failure: Failure | null
  readonly again: () => void
}

/** Has the playground's database made on the primary, once it runs and it is `wanted`. */
export function usePreparation({ primary, standby }: Pair, wanted: boolean): Preparation {
  const api = useApi()
  const isOpen = useConnectionState().kind === 'open'
  const [place, setPlace] = useState<PlaygroundState | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const due = wanted && isOpen && place === null && primary.state === 'running'
  useEffect(() => {
    if (!due) return undefined
    const abort = new AbortController()
    const prepare = async (): Promise<void> => {
      setFailure(null)
      try {
        const pair = { primary: primary.name, standby: standby.name }
        const made = await api.playground.prepare(pair, { signal: abort.signal })
        if (!abort.signal.aborted) setPlace(made)
      } catch (error) {
        if (!abort.signal.aborted) setFailure(toFailure(error))
      }
    }
    void prepare()
    return () => abort.abort()
  }, [api, due, round, primary.name, standby.name])
  return { place, failure, again: () => setRound((before) => before + 1) }
}

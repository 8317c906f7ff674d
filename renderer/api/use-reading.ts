import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { ContractClient } from '../../shared/contract/contract.ts'
import { type Failure, toFailure } from './failure.ts'
import { useApi, useConnectionState } from './use-api.ts'

export interface Reading<T> {
  /** The newest answer; stays while a newer one is on its way. */
  readonly value: T | undefined
  readonly failure: Failure | undefined
  readonly loading: boolean
  readonly reload: () => void
}

/** Asks once, and again when `key` changes, when told to, and when the link is made anew. */
export function useReading<T>(
  key: string,
  read: (api: ContractClient, signal: AbortSignal) => Promise<T>,
): Reading<T> {
  const api = useApi()
  const connection = useConnectionState()
  const since = connection.kind === 'open' ? connection.since : null
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<{
    readonly key: string
    readonly value: T | undefined
    readonly failure: Failure | undefined
    readonly loading: boolean
  }>({ key, value: undefined, failure: undefined, loading: true })
  const ask = useEffectEvent((signal: AbortSignal) => read(api, signal))
  useEffect(() => {
    if (since === null) return undefined
    const abort = new AbortController()
    setAnswer((before) =>
      before.key === key
        ? { ...before, loading: true }
        : { key, value: undefined, failure: undefined, loading: true },
    )
    const askOnce = async (): Promise<void> => {
      try {
        const value = await ask(abort.signal)
        if (!abort.signal.aborted) setAnswer({ key, value, failure: undefined, loading: false })
      } catch (error) {
        if (!abort.signal.aborted)
          setAnswer((before) => ({ ...before, failure: toFailure(error), loading: false }))
      }
    }
    void askOnce()
    return () => abort.abort()
  }, [api, since, key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  const isMine = answer.key === key
  return {
    value: isMine ? answer.value : undefined,
    failure: isMine ? answer.failure : undefined,
    loading: !isMine || answer.loading,
    reload,
  }
}

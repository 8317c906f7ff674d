import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { ContractClient } from '../../shared/contract/contract.ts'
import type { SessionInfo } from '../../shared/contract/session.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { type Failure, toFailure } from './failure.ts'

export const ConnectionContext = createContext<Connection | null>(null)

function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (connection === null) throw new Error('no connection around this component')
  return connection
}

/** What the program can be asked; stays the same when the link is made anew. */
export const useApi = (): ContractClient => useConnection().api

export function useConnectionState(): ConnectionState {
  const { onChange, state } = useConnection()
  return useSyncExternalStore(onChange, state)
}

/** What the program said of itself; as last heard while the link is lost. Only below the frame, which waits for it. */
export function useSession(): SessionInfo {
  const state = useConnectionState()
  const info = 'info' in state ? state.info : null
  if (info === null) throw new Error('the program has not said hello yet')
  return info
}

export interface StreamHandlers<T> {
  readonly onValue: (value: T) => void
  /** It failed, and is not begun again before something in `key` changes. */
  readonly onFailure?: (failure: Failure) => void
  readonly onEnd?: () => void
}

/**
 * Follows a stream while the component is there, and begins it anew when the link is made anew or `key` changes.
 *
 * `start` null: nothing is followed.
 */
export function useStream<T>(
  key: string,
  start: ((api: ContractClient, signal: AbortSignal) => Promise<AsyncIterable<T>>) | null,
  handlers: StreamHandlers<T>,
): void {
  const api = useApi()
  const connection = useConnectionState()
  const since = connection.kind === 'open' ? connection.since : null
  const begin = useEffectEvent((signal: AbortSignal) => start?.(api, signal))
  const hand = useEffectEvent((value: T) => handlers.onValue(value))
  const fail = useEffectEvent((failure: Failure) => handlers.onFailure?.(failure))
  const end = useEffectEvent(() => handlers.onEnd?.())
  const active = start !== null
  useEffect(() => {
    if (since === null || !active) return undefined
    const abort = new AbortController()
    const follow = async (): Promise<void> => {
      try {
        const stream = await begin(abort.signal)
        if (stream === undefined) return
        for await (const value of stream) {
          if (abort.signal.aborted) return
          hand(value)
        }
        if (!abort.signal.aborted) end()
      } catch (error) {
        const failure = toFailure(error)
        if (!abort.signal.aborted && failure !== 'lost') fail(failure)
      }
    }
    void follow()
    return () => abort.abort()
  }, [api, since, key, active])
}

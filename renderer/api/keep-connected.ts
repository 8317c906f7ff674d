import { createORPCClient, type ClientLink } from '@orpc/client'
import type { ContractClient } from '../../shared/contract/contract.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { ConnectionLost } from './failure.ts'
import type { OpenLink } from './open-link.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 5000

/** Connects now, and again whenever the link breaks; each time it says hello first. */
export function keepConnected(openLink: OpenLink): Connection {
  let present: ClientLink<Record<never, never>> | undefined
  let state: ConnectionState = { kind: 'connecting' }
  const listeners = new Set<(state: ConnectionState) => void>()
  const become = (next: ConnectionState): void => {
    state = next
    for (const listener of listeners) listener(next)
  }
  const lost = (): ConnectionState => ({ kind: 'lost', info: 'info' in state ? state.info : null })
  const api: ContractClient = createORPCClient({
    call: (path, input, options) => {
      if (present === undefined) throw new ConnectionLost()
      return present.call(path, input, options)
    },
  })

  /** Resolves when this link has broken; false when no more should be tried. */
  const tryOnce = async (): Promise<'was-open' | 'never-open' | 'give-up'> => {
    const link = await openLink()
    if (link === 'unreachable') return 'never-open'
    if (link === 'wrong-key') {
      become({ kind: 'wrong-key' })
      return 'give-up'
    }
    present = link.client
    const hello = api.session.hello()
    const info = await Promise.race([hello, link.broken]).catch(() => undefined)
    if (info !== undefined) {
      become({ kind: 'open', info, since: Date.now() })
      await link.broken
    }
    present = undefined
    become(lost())
    return info === undefined ? 'never-open' : 'was-open'
  }

  const keepTrying = async (): Promise<void> => {
    let delayMs = FIRST_RETRY_MS
    for (;;) {
      const outcome = await tryOnce()
      if (outcome === 'give-up') return
      if (outcome === 'was-open') delayMs = FIRST_RETRY_MS
      else if (state.kind !== 'lost' && state.kind !== 'connecting') become(lost())
      await new Promise((resolve) => {
        setTimeout(resolve, delayMs)
      })
      delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)
    }
  }
  void keepTrying()

  return {
    api,
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

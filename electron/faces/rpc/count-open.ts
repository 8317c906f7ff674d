import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

/** A page has a handful; each stream costs the program something for as long as it is followed. */
const MOST_OPEN = 200

const openOf = new WeakMap<object, Set<symbol>>()

/**
 * Counts a request or a stream of a connection as open until the function that it returns is called, or `signal` aborts.
 *
 * Throws `too-many-requests` when the connection has as many open as it may have.
 */
export function countOpen(connection: object, signal: AbortSignal | undefined): () => void {
  const open = openOf.get(connection) ?? new Set()
  openOf.set(connection, open)
  if (open.size >= MOST_OPEN) throw new PgTandemError('too-many-requests', { most: MOST_OPEN })
  const request = Symbol('a request')
  open.add(request)
  const close = (): void => {
    open.delete(request)
    signal?.removeEventListener('abort', close)
  }
  signal?.addEventListener('abort', close)
  return close
}

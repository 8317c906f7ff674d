import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../../rpc/host.ts'
import { performAll, stopRequests } from '../actions/perform-all.ts'

export interface TimeLimits {
  /** So long the next server is only told to stop when the one before it has stopped. */
  readonly inOrderMs: number
  /** From the beginning; then nobody waits any longer. */
  readonly inAllMs: number
}

/** Windows and logind give a program that holds up the end of a session five seconds before they think of ending it. */
export const sessionLimits: TimeLimits = { inOrderMs: 4000, inAllMs: 20_000 }

/**
 * Stops whatever runs, standbys before their upstreams, as long as there is time for an order; then all that still run are
 * told at once, so that none is cut off unasked because another one hangs.
 *
 * A server that has been told goes on stopping by itself; its job is found as interrupted at the next start.
 */
export async function stopInTime(
  host: Pick<Host, 'core' | 'jobs' | 'live'>,
  { inOrderMs, inAllMs }: TimeLimits = sessionLimits,
): Promise<void> {
  const requests = stopRequests(host.live.current())
  const inOrder = performAll(requests, host, 'agreed')
  if (await endsWithin(inOrder, inOrderMs)) return
  const atOnce = requests.map((request) => performAll([request], host, 'agreed'))
  await endsWithin(Promise.all([inOrder, ...atOnce]), inAllMs - inOrderMs)
}

async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const waiting = new AbortController()
  const late = sleep(ms, false, { signal: waiting.signal }).catch(() => false)
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    waiting.abort()
  }
}

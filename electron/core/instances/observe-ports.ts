import { readPortState } from '../../system/platform/ports.ts'
import type { PortFacts } from '../operations/world.ts'

const firstPort = 5432
const lastPort = 65_535

/** What is at each of these ports, by port. */
export async function observePorts(ports: readonly number[]): Promise<Record<number, PortFacts>> {
  const states = await Promise.all(
    [...new Set(ports)].map(async (port): Promise<[number, PortFacts]> => [port, await observePort(port)]),
  )
  return Object.fromEntries(states)
}

/** What is at a port, and who, where this account may know it. */
export async function observePort(port: number): Promise<PortFacts> {
  const found = await readPortState(port)
  if (found.state === 'free') return found
  if (found.state === 'reserved') {
    const { range } = found
    return range === undefined
      ? { state: 'reserved' }
      : { state: 'reserved', range: `${String(range.first)}–${String(range.last)}` }
  }
  const { holder } = found
  if (holder === undefined) return { state: 'taken', holder: null }
  const program = holder.pid === process.pid ? 'PgTandem' : holder.program
  return { state: 'taken', holder: `${program} (${String(holder.pid)})` }
}

/** The first free ports from 5432 on, ascending, without those that are promised; fewer when there are no more. */
export async function findFreePorts(
  count: number,
  promised: ReadonlySet<number>,
): Promise<readonly number[]> {
  const found: number[] = []
  for (let port = firstPort; port <= lastPort && found.length < count; port++) {
    if (!promised.has(port) && (await readPortState(port)).state === 'free') found.push(port)
  }
  return found
}

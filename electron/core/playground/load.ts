import { setTimeout as sleep } from 'node:timers/promises'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { LoadReport } from '../../../shared/model/playground.ts'
import { openSession } from '../../postgres/connection/connect.ts'
import { createLoadMeter } from './load-meter.ts'
import { playgroundDatabase as database, playgroundTable } from './place.ts'

export interface LoadOptions {
  readonly rowsPerSecond: number
  readonly signal: AbortSignal
  /** Default ten minutes. */
  readonly atMostMs?: number
}

const TICK_MS = 50
const REPORT_MS = 500
const TEN_MINUTES_MS = 600_000

/**
 * Inserts rows on a primary at a rate, and tells twice a second how that goes, until the stream is left, `signal` is
 * aborted or the time is up. Rows that are due together are one statement and one commit; after a stall at most a
 * second's rows are made up for.
 *
 * Throws what opening a session throws, and `connection-lost` when the server goes away.
 */
export async function* writeLoad(
  primary: InstanceTarget,
  { rowsPerSecond, signal, atMostMs = TEN_MINUTES_MS }: LoadOptions,
): AsyncGenerator<LoadReport, void, undefined> {
  const leaving = new AbortController()
  const ends = AbortSignal.any([signal, leaving.signal, AbortSignal.timeout(atMostMs)])
  const meter = createLoadMeter(() => performance.now())
  let failure: unknown
  const writing = write(primary, rowsPerSecond, ends, meter).catch((error: unknown) => {
    if (!ends.aborted) failure = error
    leaving.abort()
  })
  try {
    while (!ends.aborted) {
      await sleep(REPORT_MS, undefined, { signal: ends }).catch(() => undefined)
      if (!ends.aborted) yield meter.report()
    }
    await writing
    if (failure !== undefined) throw failure
  } finally {
    leaving.abort()
    await writing
  }
}

async function write(
  primary: InstanceTarget,
  rowsPerSecond: number,
  signal: AbortSignal,
  meter: ReturnType<typeof createLoadMeter>,
): Promise<void> {
  // Its end takes a waiting commit along: the abort cancels it on the server and drops the connection.
  const session = await openSession(primary, { database, signal })
  try {
    let due = 0
    let countedAtMs = performance.now()
    while (!signal.aborted) {
      const now = performance.now()
      due = Math.min(due + (rowsPerSecond * (now - countedAtMs)) / 1000, Math.max(rowsPerSecond, 1))
      countedAtMs = now
      const rows = Math.floor(due)
      if (rows > 0) {
        due -= rows
        meter.begin()
        await session.query(
          `insert into public.${playgroundTable} (text) select 'load ' || g from generate_series(1, $1::int) g`,
          [rows],
        )
        meter.committed(rows)
      }
      await sleep(TICK_MS, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    if (!signal.aborted) await session.close()
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ArrivedRow } from '../../../shared/model/playground.ts'
import { openSession, type Session } from '../../postgres/connection/connect.ts'
import { deadlineMs, playgroundDatabase as database, playgroundTable } from './place.ts'
import { withTimedSession } from './timed-session.ts'

/** Between two looks at the standby: what is measured is no finer than that. */
const LOOK_MS = 4
const TRY_AGAIN_MS = 50

/**
 * Inserts a row on the primary, then looks at the standby until it shows it. Both sessions are opened before the clock starts.
 *
 * `arrivedMs` is null when it does not show within the deadline, or cannot be asked. Throws `commit-waits`, and what a
 * session with the primary throws.
 */
export async function insertRow(
  primary: InstanceTarget,
  standby: InstanceTarget,
  signal?: AbortSignal,
): Promise<ArrivedRow> {
  const watcher = createWatcher(standby)
  try {
    await watcher.ready
    const row = await withTimedSession(primary, { database, deadlineMs, signal }, async (session) => {
      const text = new Date().toISOString()
      const startedAt = performance.now()
      const [inserted] = await session.query(
        `insert into public.${playgroundTable} (text) values ($1) returning id`,
        [text],
      )
      return { id: Number(inserted?.['id']), text, commitMs: performance.now() - startedAt }
    })
    return { ...row, arrivedMs: await watcher.untilSeen(row.id, signal) }
  } finally {
    await watcher.close()
  }
}

interface Watcher {
  /** Resolves when the first session was had, or could not be. */
  readonly ready: Promise<unknown>
  /** Milliseconds from now; null when it was not seen. */
  untilSeen(id: number, signal: AbortSignal | undefined): Promise<number | null>
  close(): Promise<void>
}

/** Looks for rows on a standby; one that has not replayed the database or the table yet is asked again. */
function createWatcher(standby: InstanceTarget): Watcher {
  let session: Session | undefined
  const open = async (): Promise<void> => {
    session = await openSession(standby, { database })
  }
  const ready = open().catch(() => undefined)
  const look = async (id: number): Promise<boolean> => {
    if (session === undefined) await open()
    const rows = await session?.query(`select 1 from public.${playgroundTable} where id = $1`, [id])
    return rows !== undefined && rows.length > 0
  }
  return {
    ready,
    async untilSeen(id, signal) {
      const startedAt = performance.now()
      const isOver = (): boolean => performance.now() - startedAt >= deadlineMs || signal?.aborted === true
      while (!isOver()) {
        try {
          if (await look(id)) return performance.now() - startedAt
          await sleep(LOOK_MS)
        } catch (error) {
          if (!(error instanceof PgTandemError)) throw error
          if (error.code === 'server-unreachable') return null
          if (error.code === 'connection-lost') session = undefined
          await sleep(TRY_AGAIN_MS)
        }
      }
      return null
    },
    close: async () => {
      await ready
      await session?.close().catch(() => undefined)
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '../../electron/core/core.ts'
import { openCatalogue } from '../../electron/core/instances/catalogue.ts'
import { openSession, type Session } from '../../electron/postgres/connection/connect.ts'

/** Sessions that write as fast as they can until told to stop, or until the server is gone. */
export interface Load {
  /** Ends the writing and waits for it; rejects when a statement failed for another reason than a lost server. */
  stop(): Promise<void>
  /** How many statements were committed so far. */
  readonly committed: () => number
}

/** A session of its own with an instance, under another name than PgTandem's: no stop ends it for us. */
export const openLoadSession = async (core: Core, name: string): Promise<Session> => {
  const entry = await openCatalogue(core.home).get(name)
  const [status] = await core.status({ names: [name] })
  if (entry === undefined || status?.port === undefined || status.port === null)
    throw new Error(`${name} has no port`)
  return openSession({ ...entry, port: status.port }, { applicationName: 'load' })
}

/** Runs `statement(worker, turn)` again and again in `workers` sessions at once. */
export const startLoad = async (
  core: Core,
  name: string,
  workers: number,
  statement: (worker: number, turn: number) => string,
): Promise<Load> => {
  const stopping = new AbortController()
  let committed = 0
  const sessions = await Promise.all(Array.from({ length: workers }, () => openLoadSession(core, name)))
  const work = async (session: Session, worker: number): Promise<void> => {
    const closed = session.closed.then(() => true)
    try {
      for (let turn = 0; !stopping.signal.aborted; turn += 1) {
        await session.simple(statement(worker, turn))
        committed += 1
      }
    } catch (error) {
      // The last words of a killed server may come well before its socket closes.
      if (!(await Promise.race([closed, sleep(5000, false)]))) throw error
    } finally {
      await session.close().catch(() => undefined)
    }
  }
  const working = Promise.allSettled(sessions.map(work))
  return {
    committed: () => committed,
    stop: async () => {
      stopping.abort()
      for (const outcome of await working) if (outcome.status === 'rejected') throw outcome.reason
    },
  }
}

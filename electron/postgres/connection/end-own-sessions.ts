import { setTimeout as sleep } from 'node:timers/promises'
import { APPLICATION_NAME, type Session } from './connect.ts'

const POLL_MS = 50

/**
 * Ends the sessions that PgTandem holds open on a server, except the one that asks; returns how many.
 *
 * `pg_ctl stop -m smart` waits for every session, also for the idle ones of our monitor. A running base backup has another
 * application_name and is left alone. Waits until they are gone, at most `deadlineMs`.
 */
export const endOwnSessions = async (session: Session, deadlineMs = 5_000): Promise<number> => {
  const ended = await session.query(
    `select pg_catalog.pg_terminate_backend(pid) as ended from pg_catalog.pg_stat_activity
     where application_name = $1 and pid <> pg_catalog.pg_backend_pid()`,
    [APPLICATION_NAME],
  )
  const deadline = Date.now() + deadlineMs
  for (;;) {
    const left = await session.query(
      `select pid from pg_catalog.pg_stat_activity where application_name = $1 and pid <> pg_catalog.pg_backend_pid()`,
      [APPLICATION_NAME],
    )
    if (left.length === 0 || Date.now() >= deadline) break
    await sleep(POLL_MS)
  }
  return ended.filter((row) => row.ended === 't').length
}

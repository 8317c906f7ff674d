import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { PlaygroundState } from '../../../shared/model/playground.ts'
import { quoteIdentifier, quoteLiteral } from '../../postgres/connection/quote.ts'
import { playgroundDatabase, playgroundTable } from './place.ts'
import { withTimedSession } from './timed-session.ts'

/** Making a database copies a template, which takes its time on a slow disk. */
const DDL_DEADLINE_MS = 30_000

/** Two windows may come at once: the second one waits, and finds what the first one made. Let go as the session ends. */
const inTurn = `select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(${quoteLiteral(playgroundDatabase)}))`

const exists = `select 1 from pg_catalog.pg_database where datname = ${quoteLiteral(playgroundDatabase)}`

/**
 * Makes the playground's database and table on a primary where they are missing, and counts its rows.
 *
 * From template0: nobody's session there can be in the way. Throws `commit-waits` where a synchronous standby is away, and
 * `sql-failed` on a standby.
 */
export async function preparePlayground(primary: InstanceTarget): Promise<PlaygroundState> {
  await withTimedSession(primary, { deadlineMs: DDL_DEADLINE_MS }, async (session) => {
    if ((await session.query(exists)).length > 0) return
    await session.query(inTurn)
    if ((await session.query(exists)).length > 0) return
    await session.query(`create database ${quoteIdentifier(playgroundDatabase)} template template0`)
  })
  const options = { database: playgroundDatabase, deadlineMs: DDL_DEADLINE_MS }
  return withTimedSession(primary, options, async (session) => {
    const [there] = await session.query(
      `select 1 from pg_catalog.pg_tables where schemaname = 'public' and tablename = ${quoteLiteral(playgroundTable)}`,
    )
    if (there === undefined) {
      await session.query(inTurn)
      await session.query(
        `create table if not exists public.${playgroundTable}
         (id bigserial primary key, text text not null, written_at timestamptz not null default clock_timestamp())`,
      )
    }
    const [count] = await session.query(`select count(*) as rows from public.${playgroundTable}`)
    return { database: playgroundDatabase, table: playgroundTable, rows: Number(count?.['rows'] ?? 0) }
  })
}

/** Drops the playground's database, whoever is connected to it; nothing where it is not. */
export async function clearPlayground(primary: InstanceTarget): Promise<void> {
  await withTimedSession(primary, { deadlineMs: DDL_DEADLINE_MS }, async (session) => {
    if ((await session.query(exists)).length === 0) return
    const name = quoteIdentifier(playgroundDatabase)
    // DROP DATABASE itself waits up to 5 s for sessions that are on their way out.
    await session.query(
      `select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
       where datname = ${quoteLiteral(playgroundDatabase)} and pid <> pg_catalog.pg_backend_pid()`,
    )
    await session.query(`drop database if exists ${name}`)
  })
}

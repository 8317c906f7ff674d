import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../../shared/errors/pgtandem-error.ts'
import type { CommandContext } from '../../context.ts'
import { describeFailure } from '../../output/failure.ts'
import type { DemoPair } from './make-pair.ts'

const ARRIVAL_DEADLINE_MS = 10_000
const LOOK_EVERY_MS = 20

/** What was seen: for the document. */
export interface Story {
  readonly row: string
  readonly arrived: boolean
  readonly arrivedAfterMs: number | null
  readonly refused: boolean
  readonly refusal: string
}

/** Writes a row on the primary, reads it on the standby, and shows that the standby refuses to write. */
export async function showReplication(pair: DemoPair, context: CommandContext): Promise<Story> {
  const { out, t, cancel } = context
  const { primary, standby } = pair
  const core = await context.core()
  const row = t.t('cli.demo.row')
  out.line()
  out.line(t.t('cli.demo.write', { primary, row }))
  const literal = `'${row.replaceAll("'", "''")}'`
  await core.sql(primary, {
    sql: `create table if not exists greeting (said text, at timestamptz default now()); insert into greeting (said) values (${literal})`,
    signal: cancel,
  })
  const startedAt = Date.now()
  const found = await waitForRow(pair, context)
  const arrivedAfterMs = found === null ? null : Date.now() - startedAt
  out.line(
    arrivedAfterMs === null
      ? t.t('cli.demo.not-arrived', { standby })
      : t.t('cli.demo.read', { standby, row: found ?? '', elapsedMs: arrivedAfterMs }),
  )
  out.line(t.t('cli.demo.try-write', { standby }))
  const refusal = await tryToWrite(standby, context)
  out.line(
    refusal === null
      ? t.t('cli.demo.write-accepted', { standby })
      : t.t('cli.demo.refused', { standby, refusal }),
  )
  return { row, arrived: found !== null, arrivedAfterMs, refused: refusal !== null, refusal: refusal ?? '' }
}

/** The row as the standby has it; null when it has not come in time. */
async function waitForRow({ standby }: DemoPair, context: CommandContext): Promise<string | null> {
  const core = await context.core()
  const deadline = Date.now() + ARRIVAL_DEADLINE_MS
  while (Date.now() < deadline) {
    if (context.cancel.aborted) throw new PgTandemError('cancelled')
    const said = await core
      .sql(standby, { sql: 'select said from greeting order by at desc limit 1', signal: context.cancel })
      .then(
        ({ rows }) => rows[0]?.[0] ?? null,
        (error: unknown) => {
          // The table itself has not arrived yet.
          if (error instanceof PgTandemError && error.details.sqlstate === '42P01') return null
          throw error
        },
      )
    if (said !== null) return said
    await sleep(LOOK_EVERY_MS)
  }
  return null
}

/** What the standby said to a write; null when it let it pass. */
async function tryToWrite(standby: string, context: CommandContext): Promise<string | null> {
  const core = await context.core()
  try {
    await core.sql(standby, {
      sql: "insert into greeting (said) values ('from the standby')",
      signal: context.cancel,
    })
    return null
  } catch (error) {
    if (!(error instanceof PgTandemError) || error.details.sqlstate !== '25006') throw error
    return String(error.params['message'] ?? describeFailure(error, context.t).message)
  }
}

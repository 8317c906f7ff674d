import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Text } from '../../../../shared/i18n/text.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { openPollSession } from '../../monitor/observe-instance.ts'
import { failed, passed, type CheckResult, type Pair, type PairSessions } from './check.ts'

const POLL_MS = 20

export interface RowOptions {
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * A row written on the primary can be read on the standby before the deadline. Throws `cancelled`.
 *
 * It stands in a schema of its own, `pgtandem_verify_<random>`, which is dropped whatever happens. Nothing waits for a
 * synchronous standby (synchronous_commit = local), so that one that is gone cannot hang the check.
 */
export async function checkRowTravels(
  pair: Pair,
  sessions: PairSessions,
  options: RowOptions,
): Promise<CheckResult> {
  const schema = `pgtandem_verify_${randomBytes(6).toString('hex')}`
  let result: CheckResult
  try {
    result = await sendRow(pair, sessions, schema, options)
  } catch (error) {
    if (!(error instanceof PgTandemError)) throw error
    if (error.code === 'cancelled') {
      await dropSchema(pair, sessions.root, schema)
      throw error
    }
    result = failed(reason(error, 'verification.row-failed', {}))
  }
  const leftBehind = await dropSchema(pair, sessions.root, schema)
  return leftBehind ?? result
}

async function sendRow(
  { standby, root }: Pair,
  sessions: PairSessions,
  schema: string,
  { deadlineMs, signal }: RowOptions,
): Promise<CheckResult> {
  const { currentWalLsn, lastReplayLsn, walLsnDiff } = versionFacts(root.target.major)
  const token = randomBytes(8).toString('hex')
  await sessions.root.query('set synchronous_commit = local')
  await sessions.root.simple(
    `create schema ${schema}; create table ${schema}.travels (token text); insert into ${schema}.travels values ('${token}')`,
  )
  const [written] = await sessions.root.query(`select ${currentWalLsn}()::text as lsn`)
  const lsn = written?.['lsn'] ?? '0/0'
  const startedMs = performance.now()
  const names = { root: root.entry.name, standby: standby.entry.name, lsn }
  for (;;) {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
    const [row] = await sessions.standby.query(
      `select ${lastReplayLsn}()::text as replayed, ${walLsnDiff}(${lastReplayLsn}(), $1) >= 0 as there`,
      [lsn],
    )
    const elapsedMs = performance.now() - startedMs
    if (row?.['there'] === 't') break
    if (elapsedMs >= deadlineMs) {
      const params = { ...names, seconds: deadlineMs / 1000, replayed: row?.['replayed'] ?? '?' }
      return failed({ key: 'verification.row-late', params })
    }
    await sleep(Math.min(POLL_MS, deadlineMs - elapsedMs))
  }
  const [read] = await sessions.standby.query(`select token from ${schema}.travels`)
  const elapsedMs = Math.round(performance.now() - startedMs)
  return read?.['token'] === token
    ? passed({ key: 'verification.row-arrived', params: { ...names, elapsedMs } })
    : failed({
        key: 'verification.row-failed',
        params: { reason: `${read?.['token'] ?? 'NULL'} ≠ ${token}` },
      })
}

/** Dropped over the session that made it, or over a new one if that is gone; a failure is the check's. */
async function dropSchema(pair: Pair, session: Session, schema: string): Promise<CheckResult | undefined> {
  const drop = `drop schema if exists ${schema} cascade`
  try {
    await session.query(drop).catch(async () => {
      const again = await openPollSession(pair.root.target)
      try {
        await again.query('set synchronous_commit = local')
        await again.query(drop)
      } finally {
        await again.close().catch(() => undefined)
      }
    })
    return undefined
  } catch (error) {
    if (!(error instanceof PgTandemError)) throw error
    return failed(reason(error, 'verification.row-left-behind', { schema, root: pair.root.entry.name }))
  }
}

const reason = (
  error: PgTandemError,
  key: 'verification.row-failed' | 'verification.row-left-behind',
  params: Readonly<Record<string, string>>,
): Text => ({ key, params: { ...params, reason: String(error.params['message'] ?? error.message) } })

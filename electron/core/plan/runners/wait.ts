import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { matchMessages } from '../../../postgres/facts/messages/match-messages.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import { readLogLines } from '../../../postgres/programs/server-log.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { WaitCondition, WaitStep } from '../steps/replication.ts'

export const waitRunner: StepRunner<WaitStep> = {
  async run(step, context) {
    await context.inside()
    await waitUntil(step, context).catch((error: unknown) => {
      if (step.otherwise !== 'note') throw error
      noteLeftBehind(step.condition, error, context)
    })
  },
}

async function waitUntil({ condition, deadlineMs }: WaitStep, context: StepContext): Promise<void> {
  const deadline = Date.now() + deadlineMs
  for (let pauseMs = 5; !(await holds(condition, context)); pauseMs = Math.min(pauseMs * 1.4, 250)) {
    if (context.signal.aborted) throw new PgTandemError('cancelled')
    if (Date.now() > deadline) throw await explain(condition, context, deadlineMs)
    await sleep(pauseMs)
  }
}

/** Whatever keeps a standby from streaming, or from being asked, is no reason to take its upstream back. */
function noteLeftBehind(condition: WaitCondition, error: unknown, context: StepContext): void {
  const isExpected = error instanceof PgTandemError && error.code !== 'cancelled'
  if (!isExpected || condition.kind !== 'streaming') throw error
  const { standby, upstream } = condition
  const reason = String(error.params['reason'] ?? error.params['message'] ?? error.message)
  context.note({ key: 'notices.standby-left-behind', params: { standby, upstream, reason } })
}

function holds(condition: WaitCondition, context: StepContext): Promise<boolean> {
  return condition.kind === 'streaming' ? isStreaming(condition, context) : hasSyncState(condition, context)
}

type Streaming = Extract<WaitCondition, { kind: 'streaming' }>
type SyncState = Extract<WaitCondition, { kind: 'sync-state' }>

/** Safety rule 3. Up to 9.5 there is no pg_stat_wal_receiver: there, what was received stands for it. */
async function isStreaming(
  { upstream, standby, applicationName }: Streaming,
  context: StepContext,
): Promise<boolean> {
  const target = context.target(standby)
  if (!(await isServerAlive(target.dataDir)))
    throw await explain({ kind: 'streaming', upstream, standby, applicationName }, context, 0)
  const facts = versionFacts(target.major)
  const [sent] = await (
    await context.session(upstream)
  ).query(
    `select state from pg_catalog.pg_stat_replication where application_name = $1 and state = 'streaming'`,
    [applicationName],
  )
  if (!sent) return false
  const receives = facts.hasPgStatWalReceiver
    ? `select 1 as yes from pg_catalog.pg_stat_wal_receiver where status = 'streaming'`
    : `select 1 as yes where pg_catalog.${facts.lastReceiveLsn}() is not null`
  return (await (await context.session(standby)).query(receives)).length > 0
}

async function hasSyncState(
  { upstream, applicationName, synchronous }: SyncState,
  context: StepContext,
): Promise<boolean> {
  const rows = await (
    await context.session(upstream)
  ).query('select sync_state from pg_catalog.pg_stat_replication where application_name = $1', [
    applicationName,
  ])
  const waitedFor = rows.some((row) => row['sync_state'] !== 'async')
  return synchronous ? rows.length > 0 && waitedFor : !waitedFor
}

/** The standby's own words, where its log has some that are known. */
async function explain(
  condition: WaitCondition,
  context: StepContext,
  deadlineMs: number,
): Promise<PgTandemError> {
  const seconds = Math.round(deadlineMs / 1000)
  if (condition.kind === 'sync-state') {
    return new PgTandemError('sync-state-not-reached', {
      upstream: condition.upstream,
      name: condition.applicationName,
      seconds,
    })
  }
  const { standby, upstream } = condition
  const { logFile, major } = context.target(standby)
  const lines = await readLogLines(logFile, 0)
  const known = matchMessages(lines, major).at(-1)
  const reason = known?.line ?? lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? '–'
  const params = { standby, upstream, seconds, reason, logFile }
  return new PgTandemError('standby-did-not-stream', params, {
    instance: standby,
    lastLines: lines.slice(-20),
    logFile,
  })
}

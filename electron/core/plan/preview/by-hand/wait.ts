import { versionFacts } from '../../../../postgres/facts/versions.ts'
import type { StepOf } from '../../steps/step.ts'
import { quoteSqlLiteral } from '../quoting.ts'
import { type ByHand, type Commands, type HandContext, inSequence, targetOf } from './by-hand.ts'
import { psql } from './programs.ts'

/**
 * A look at pg_stat_replication, and at pg_stat_wal_receiver where the version has it.
 *
 * A script asks again each second until it is so: its questions divide by the number of rows that say yes.
 */
export function waitByHand(step: StepOf<'wait'>, context: HandContext): ByHand {
  const { condition } = step
  const upstream = targetOf(context, condition.upstream)
  const named = `application_name = ${quoteSqlLiteral(condition.applicationName)}`
  const facts = versionFacts(upstream.major)
  if (condition.kind === 'sync-state') {
    const counted = condition.synchronous ? 'count(*)' : '(count(*) = 0)::int'
    const question = `SELECT 1 / ${counted} FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum') AND ${named}`
    return {
      ...psql(context, upstream, [
        `SELECT application_name, state, sync_priority, sync_state FROM pg_stat_replication WHERE ${named}`,
      ]),
      script: until(step, [psql(context, upstream, [question])]),
    }
  }
  const standby = targetOf(context, condition.standby)
  const { sent_lsn: sent, replay_lsn: replayed } = facts.statReplicationLsns
  const sending = psql(context, upstream, [
    `SELECT application_name, state, ${sent}, ${replayed}, sync_state FROM pg_stat_replication WHERE ${named}`,
  ])
  const sends = `SELECT 1 / count(*) FROM pg_stat_replication WHERE state = 'streaming' AND ${named}`
  if (!facts.hasPgStatWalReceiver) return lookOrWait(step, sending, [psql(context, upstream, [sends])])
  const receives = `SELECT 1 / count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming'`
  const looks = inSequence([
    sending,
    psql(context, standby, ['SELECT status, slot_name, conninfo FROM pg_stat_wal_receiver']),
  ])
  return lookOrWait(step, looks, [psql(context, upstream, [sends]), psql(context, standby, [receives])])
}

/** A script stops where what it waits for does not come about; where that is no reason to stop, it only looks. */
const lookOrWait = (step: StepOf<'wait'>, looks: Commands, questions: readonly Question[]): ByHand =>
  step.otherwise === 'note' ? looks : { ...looks, script: until(step, questions) }

interface Question {
  readonly cmd: string
  readonly sh: string
}

/** The questions in turn, each until its psql ends with 0 or the deadline has passed. */
function until(step: StepOf<'wait'>, questions: readonly Question[]): Question {
  const seconds = Math.ceil(step.deadlineMs / 1000)
  return {
    sh: questions.map(({ sh }) => untilInSh(sh, seconds)).join('\n'),
    cmd: questions
      .map(({ cmd }, index) => untilInCmd(cmd, `${step.id}_${String(index + 1)}`, seconds))
      .join('\n'),
  }
}

function untilInSh(question: string, seconds: number): string {
  return [
    'waited=0',
    `until ${question} >/dev/null 2>&1; do`,
    '  waited=$((waited + 1))',
    `  [ "$waited" -lt ${String(seconds)} ]`,
    '  sleep 1',
    'done',
  ].join('\n')
}

function untilInCmd(question: string, label: string, seconds: number): string {
  return [
    'set /a waited=0',
    `:wait_${label}`,
    `${question} >nul 2>&1`,
    `if not errorlevel 1 goto :done_${label}`,
    'set /a waited+=1',
    `if %waited% geq ${String(seconds)} goto :failed`,
    'ping -n 2 127.0.0.1 >nul',
    `goto :wait_${label}`,
    `:done_${label}`,
  ].join('\n')
}

import { writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { promoteServer } from '../../../postgres/programs/signal-server.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { PromoteServerStep, ReplayStep } from '../steps/servers.ts'

const isInRecovery = async (session: Session): Promise<boolean> =>
  (await session.query('select pg_catalog.pg_is_in_recovery() as yes'))[0]?.['yes'] === 't'

export const promoteServerRunner: StepRunner<PromoteServerStep> = {
  async run(step, context) {
    const { name } = context.target(step.instance ?? '')
    const session = await context.session(name)
    if (await isInRecovery(session)) await tellOnce(step, context, session)
    await context.inside()
    const deadline = Date.now() + step.deadlineMs
    while (await isInRecovery(session)) {
      if (context.signal.aborted) throw new PgTandemError('cancelled')
      if (Date.now() > deadline) {
        throw new PgTandemError('promotion-not-finished', {
          name,
          seconds: Math.round(step.deadlineMs / 1000),
        })
      }
      await sleep(20)
    }
  },
  /** Once told, it may become a primary at any moment. */
  hasHappened: async (_, __, { told }) => told === true,
}

async function tellOnce(step: PromoteServerStep, context: StepContext, session: Session): Promise<void> {
  await context.remember({ told: true })
  try {
    await tell(step, context, session)
  } catch (error) {
    await context.remember({ told: false })
    throw error
  }
}

async function tell(step: PromoteServerStep, context: StepContext, session: Session): Promise<void> {
  if (step.by === 'pg_ctl') await promoteServer(context.target(step.instance ?? ''))
  else if (step.by === 'sql') await session.query('select pg_catalog.pg_promote(false)')
  else if (step.triggerFile !== null) await writeFile(step.triggerFile, '', { mode: 0o600 })
}

const isPaused = async (session: Session, major: number): Promise<boolean> => {
  const { isReplayPaused } = versionFacts(major)
  return (await session.query(`select pg_catalog.${isReplayPaused}() as yes`))[0]?.['yes'] === 't'
}

async function setReplay(
  instance: string,
  action: ReplayStep['action'],
  context: StepContext,
): Promise<void> {
  const session = await context.session(instance)
  const { replayPause, replayResume } = versionFacts(context.target(instance).major)
  await session.query(`select pg_catalog.${action === 'pause' ? replayPause : replayResume}()`)
}

export const replayRunner: StepRunner<ReplayStep> = {
  async before({ instance }, context) {
    const name = instance ?? ''
    return { paused: await isPaused(await context.session(name), context.target(name).major) }
  },
  async run({ instance, action }, context) {
    await setReplay(instance ?? '', action, context)
    await context.inside()
  },
  async undo({ instance }, context, { paused }) {
    await setReplay(instance ?? '', paused === true ? 'pause' : 'resume', context)
  },
}

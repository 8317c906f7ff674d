import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { endOwnSessions } from '../../../postgres/connection/end-own-sessions.ts'
import { isServerAlive, readLiveServer } from '../../../postgres/programs/read-pid-file.ts'
import { reloadServer as sendReload } from '../../../postgres/programs/signal-server.ts'
import { startServer } from '../../../postgres/programs/start-server.ts'
import { stopServer } from '../../../postgres/programs/stop-server.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type {
  ReloadServerStep,
  RestartServerStep,
  StartServerStep,
  StopMode,
  StopServerStep,
} from '../steps/servers.ts'

interface Deadline {
  readonly deadlineMs: number
}

interface Start extends Deadline {
  /** It comes up by itself from here on. */
  readonly onLaunched?: () => Promise<void>
}

const undoDeadlineMs = 120_000

/** Starts a server and waits until it lets sessions in, or, without hot_standby, until it replays. */
export async function startInstance(
  target: InstanceTarget,
  context: StepContext,
  start: Start,
): Promise<void> {
  const { name, logFile } = target
  const { deadlineMs } = start
  const outcome = await startServer(target, { ...start, signal: context.signal })
  if (!('logTail' in outcome)) return
  const details = { instance: name, lastLines: outcome.logTail, logFile }
  if (outcome.state === 'failed') {
    throw new PgTandemError('server-not-started', { name, reason: outcome.reason ?? '?', logFile }, details)
  }
  throw new PgTandemError(
    'server-still-starting',
    { name, seconds: Math.round(deadlineMs / 1000), logFile },
    details,
  )
}

/** Stops a server. A smart stop waits for every session, so PgTandem's own, also those of a monitor, are ended meanwhile. */
export async function stopInstance(
  target: InstanceTarget,
  context: StepContext,
  { mode, deadlineMs }: Deadline & { readonly mode: StopMode },
): Promise<void> {
  const session = mode === 'smart' ? await context.session(target.name).catch(() => null) : null
  if (session === null) await context.closeSession(target.name)
  const outcome = await stopServer(target, {
    mode,
    timeoutMs: deadlineMs,
    signal: context.signal,
    ...(session === null
      ? {}
      : { whileWaiting: leaveLast(session, () => context.closeSession(target.name)) }),
  })
  await context.closeSession(target.name)
  if (outcome.state === 'still-stopping') {
    const seconds = Math.round(deadlineMs / 1000)
    throw new PgTandemError('server-still-stopping', { name: target.name, pid: outcome.pid, seconds, mode })
  }
}

/**
 * Ends our other sessions on a server that has been told to stop, and closes this one when it is the last.
 *
 * Again and again, for a monitor reconnects at once until the server refuses that, and a server that is stopping lets
 * nobody in who could end what came in before. Two empty looks, for a session in its first moments is not listed yet.
 */
function leaveLast(session: Session, close: () => Promise<void>): () => Promise<void> {
  let emptyLooks = 0
  return async () => {
    if (emptyLooks === 2) return
    try {
      await endOwnSessions(session)
      const others = await session.query(
        `select pid from pg_catalog.pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_catalog.pg_backend_pid()`,
      )
      emptyLooks = others.length === 0 ? emptyLooks + 1 : 0
    } catch {
      emptyLooks = 2
    }
    if (emptyLooks === 2) await close()
  }
}

/**
 * Whether a server runs. After a kill in the middle of a start, pg_ctl may just be about to bring one up: given a moment
 * to show itself, so that its files are not deleted under it.
 */
async function isRunningSoon(dataDir: string): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < 1500; waitedMs += 100) {
    if (await isServerAlive(dataDir)) return true
    await sleep(100)
  }
  return false
}

const wasRunning = async (target: InstanceTarget) => ({ wasRunning: await isServerAlive(target.dataDir) })

export const startServerRunner: StepRunner<StartServerStep> = {
  before: ({ instance }, { target }) => wasRunning(target(instance ?? '')),
  async run({ instance, deadlineMs }, context) {
    await context.remember({ attempted: true })
    await context.inside()
    const onLaunched = context.inside
    await startInstance(context.target(instance ?? ''), context, { deadlineMs, onLaunched })
  },
  async undo({ instance }, context, before) {
    if (before['wasRunning'] === true || before['attempted'] !== true) return
    const target = context.target(instance ?? '')
    if (!(await isRunningSoon(target.dataDir))) return
    await stopInstance(target, context, { mode: 'fast', deadlineMs: undoDeadlineMs })
  },
}

export const stopServerRunner: StepRunner<StopServerStep> = {
  before: ({ instance }, { target }) => wasRunning(target(instance ?? '')),
  async run({ instance, mode, deadlineMs }, context) {
    await stopInstance(context.target(instance ?? ''), context, { mode, deadlineMs })
    await context.inside()
  },
  async undo({ instance, mode }, context, before) {
    if (before['wasRunning'] !== true) return
    const target = context.target(instance ?? '')
    if (mode === 'smart') await refuseSmartStopping(target)
    else await finishStopping(target, context)
    await startInstance(target, context, { deadlineMs: undoDeadlineMs })
  },
  /** Of a smart stop only: one that goes on is waited for, one that is over can be taken back by a start. */
  async hasHappened({ instance }, { target }) {
    await refuseSmartStopping(target(instance ?? ''))
    return false
  },
}

export const restartServerRunner: StepRunner<RestartServerStep> = {
  async run({ instance, mode, deadlineMs }, context) {
    const target = context.target(instance ?? '')
    await stopInstance(target, context, { mode, deadlineMs })
    await context.inside()
    await startInstance(target, context, { deadlineMs, onLaunched: context.inside })
  },
  /** The settings are taken back by their own step; what must not be is a server left stopped. */
  async undo({ instance }, context) {
    const target = context.target(instance ?? '')
    await finishStopping(target, context)
    await startInstance(target, context, { deadlineMs: undoDeadlineMs })
  },
}

/** A stop that was interrupted goes on by itself; starting before it is over would be refused. */
async function finishStopping(target: InstanceTarget, context: StepContext): Promise<void> {
  const live = await readLiveServer(target.dataDir)
  if (live?.status === 'stopping')
    await stopInstance(target, context, { mode: 'fast', deadlineMs: undoDeadlineMs })
}

/** Nothing but cutting its clients, which nobody agreed to, ends a smart stop before they leave. */
async function refuseSmartStopping({ name, dataDir }: InstanceTarget): Promise<void> {
  const live = await readLiveServer(dataDir)
  if (live?.status === 'stopping') throw new PgTandemError('smart-stop-goes-on', { name, pid: live.pid })
}

export const reloadServerRunner: StepRunner<ReloadServerStep> = {
  async run({ instance }, context) {
    await reloadInstance(context.target(instance ?? ''), context)
  },
}

/**
 * Reloads, and waits until the server says that it has read its files; without a session the signal is all there is.
 *
 * A server of another account (a Windows service) cannot be signalled by this one: it is told by SQL.
 */
export async function reloadInstance(target: InstanceTarget, context: StepContext): Promise<void> {
  const session = await context.session(target.name).catch(() => null)
  if (session === null) {
    await sendReload(target)
    return
  }
  const before = await readLoadTime(session)
  await sendReload(target).catch(() => session.query('select pg_catalog.pg_reload_conf()'))
  const deadline = Date.now() + 5_000
  while (Date.now() < deadline && (await readLoadTime(session)) === before) await sleep(10)
}

async function readLoadTime(session: Session): Promise<string> {
  const [row] = await session.query('select pg_catalog.pg_conf_load_time()::text as at')
  return row?.['at'] ?? ''
}

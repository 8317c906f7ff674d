import { randomBytes } from 'node:crypto'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { JobEvent, JobOutcome } from '../../../../shared/model/job.ts'
import { ownIdentity } from '../../../system/process/identity.ts'
import { instancesOf, type Plan } from '../plan.ts'
import { lockInstances } from './instance-locks.ts'
import { type JobHistory, readHistory } from './job-history.ts'
import { type JobRuntime, type JobServices, openJobRuntime } from './job-runtime.ts'
import { readJournal } from './read-journal.ts'
import { runSteps } from './run-steps.ts'
import { endLeftoverChildren, undoSteps } from './undo-steps.ts'

export interface JobOptions {
  readonly signal?: AbortSignal
  readonly onEvent?: (event: JobEvent) => void
}

const never = new AbortController().signal

/** Sorts by time, and says what it is about: `20261121-093012-clone-3f1a`. */
function newJobId(operation: string): string {
  const stamp = new Date().toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return `${stamp}-${operation}-${randomBytes(2).toString('hex')}`
}

/**
 * Runs a plan to its end: journalled, cancellable, undone when it fails before a point of no return.
 *
 * `confirm` is called once the locks are held and before anything is written: it looks again whether the world is still
 * the one that was planned for, and gives false to stop. Throws `instance-busy`.
 */
export async function runJob(
  plan: Plan,
  services: JobServices,
  options: JobOptions & { readonly confirm: () => Promise<boolean> },
): Promise<JobOutcome | 'not-confirmed'> {
  const id = newJobId(plan.operation)
  const locks = await lockInstances(services.home, instancesOf(plan), { id, operation: plan.operation })
  const runtime = openJobRuntime(id, plan, services, options.onEvent)
  try {
    if (!(await options.confirm())) return 'not-confirmed'
    if (plan.steps.length === 0) return { state: 'done', job: id, changed: false, notes: [] }
    await begin(runtime)
    runtime.emit({ kind: 'job-started', job: id, steps: plan.steps.map(({ id, title }) => ({ id, title })) })
    return await runToEnd(runtime, options.signal ?? never)
  } finally {
    await runtime.close()
    await locks.release()
  }
}

/** A first line that cannot be written leaves no journal: nothing was begun. */
async function begin(runtime: JobRuntime): Promise<void> {
  const { id, plan, services, journal } = runtime
  const { operation } = plan
  const { programVersion } = services
  const owner = await ownIdentity()
  const first = runtime.write({ type: 'job', id, operation, programVersion, plan, owner })
  await first.catch(async (error: unknown) => {
    await journal.close()
    await services.journals.forget(id)
    throw error
  })
}

/** Goes on with a job that was interrupted or failed past a point of no return. */
export async function resumeJob(id: string, services: JobServices, options: JobOptions): Promise<JobOutcome> {
  return takeOver(id, services, options, async (runtime, history) => {
    if (history.undoBegun) throw new PgTandemError('job-is-being-undone', { job: id })
    if (history.programVersion !== services.programVersion) {
      throw new PgTandemError('job-of-other-version', { job: id, version: history.programVersion })
    }
    await runtime.write({ type: 'taken-over', by: 'resume', owner: await ownIdentity() })
    await endLeftoverChildren(history)
    const steps = history.plan.steps.map(({ id, title }) => ({ id, title }))
    runtime.emit({ kind: 'job-started', job: id, steps })
    return runToEnd(runtime, options.signal ?? never)
  })
}

/** Takes a job back: files, slots, roles, settings and processes as they were before. */
export async function undoJob(id: string, services: JobServices, options: JobOptions): Promise<JobOutcome> {
  return takeOver(id, services, options, async (runtime, history) => {
    await runtime.write({ type: 'taken-over', by: 'undo', owner: await ownIdentity() })
    await endLeftoverChildren(history)
    const outcome = await undoSteps(runtime, history)
    if (outcome.state === 'undone') {
      await end(runtime, 'undone')
      return { state: 'done', job: id, changed: true, notes: [] }
    }
    await runtime.write({ type: 'left-open' })
    if (outcome.state === 'past-point-of-no-return') {
      const title = history.steps.find(({ step }) => step.id === outcome.step)?.step.kind ?? outcome.step
      throw new PgTandemError('past-point-of-no-return', { job: id, step: title })
    }
    return {
      state: 'failed',
      job: id,
      error: outcome.error,
      step: outcome.step,
      aftermath: 'open',
      cancelled: false,
    }
  })
}

async function runToEnd(runtime: JobRuntime, signal: AbortSignal): Promise<JobOutcome> {
  const outcome = await runSteps(runtime, (await historyOf(runtime)).steps, signal)
  if (outcome.state === 'done') {
    await end(runtime, 'done')
    return { state: 'done', job: runtime.id, changed: true, notes: runtime.notes }
  }
  const cancelled = outcome.error.code === 'cancelled'
  const failed = {
    state: 'failed',
    job: runtime.id,
    error: outcome.error,
    step: outcome.step,
    cancelled,
  } as const
  const history = await historyOf(runtime)
  await endLeftoverChildren(history)
  const undone = await undoSteps(runtime, history)
  if (undone.state === 'undone') {
    await end(runtime, 'undone')
    return { ...failed, aftermath: 'undone' }
  }
  await runtime.write({ type: 'left-open' })
  // Why a cancelled job could not be taken back says more than that it was cancelled.
  const error = cancelled && undone.state === 'failed' ? undone.error : outcome.error
  return { ...failed, error, aftermath: 'open' }
}

async function end(runtime: JobRuntime, state: 'done' | 'undone'): Promise<void> {
  await runtime.write({ type: 'ended', state })
  await runtime.journal.close()
  await runtime.services.journals.archive(runtime.id)
}

async function historyOf(runtime: JobRuntime): Promise<JobHistory> {
  const history = readHistory(await runtime.journal.readAll())
  if (!history) throw new PgTandemError('unknown-job', { job: runtime.id })
  return history
}

async function takeOver(
  id: string,
  services: JobServices,
  options: JobOptions,
  work: (runtime: JobRuntime, history: JobHistory) => Promise<JobOutcome>,
): Promise<JobOutcome> {
  if ((await services.journals.listEnded()).includes(id))
    throw new PgTandemError('job-has-ended', { job: id })
  if (!(await services.journals.listOpen()).includes(id)) throw new PgTandemError('unknown-job', { job: id })
  const read = await readJournal(id, services.journals.open(id))
  if (read.kind === 'never-begun') throw new PgTandemError('unknown-job', { job: id })
  if (read.kind === 'damaged') {
    throw new PgTandemError('journal-damaged', { job: id, operation: read.operation, path: read.path })
  }
  const { history: found, state } = read
  if (state === 'running') throw new PgTandemError('job-is-running', { job: id, pid: found.owner.pid })
  if (state === 'done' || state === 'undone') throw new PgTandemError('job-has-ended', { job: id })
  const locks = await lockInstances(services.home, instancesOf(found.plan), {
    id,
    operation: found.operation,
  })
  const runtime = openJobRuntime(id, found.plan, services, options.onEvent)
  try {
    return await work(runtime, await historyOf(runtime))
  } finally {
    await runtime.close()
    await locks.release()
  }
}

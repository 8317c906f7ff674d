import type { ErrorRecord } from '../../../../shared/model/job.ts'
import { terminateProcess } from '../../../system/process/terminate.ts'
import { isDiskFull } from '../../../system/storage/disk-full.ts'
import { runnerOf } from '../runners/runners.ts'
import { toErrorRecord } from './error-record.ts'
import { type JobHistory, passedPointOfNoReturn, type StepHistory } from './job-history.ts'
import type { JobRuntime } from './job-runtime.ts'

export type UndoOutcome =
  | { readonly state: 'undone' }
  | { readonly state: 'past-point-of-no-return'; readonly step: string }
  | { readonly state: 'failed'; readonly step: string; readonly error: ErrorRecord }

const never = new AbortController().signal

/** Ends what a killed run left behind: a leftover pg_basebackup goes on writing and holds its slot. */
export async function endLeftoverChildren(history: JobHistory): Promise<void> {
  for (const child of history.children) await terminateProcess(child)
}

/**
 * Takes back every step that was begun, the last one first. May be repeated after it was interrupted.
 *
 * Stops at the first step that cannot be taken back now (its upstream is down): what comes before it must wait for it.
 * Only a server that does not come up again after its restart waits for the rest: its settings are among that.
 */
export async function undoSteps(runtime: JobRuntime, history: JobHistory): Promise<UndoOutcome> {
  const blocker = await findBlocker(runtime, history)
  if (blocker) return blocker
  const begun = history.steps.filter(({ begun, undone }) => begun && !undone).toReversed()
  await writeBegun(runtime, begun[0])
  runtime.emit({ kind: 'undo-started', steps: begun.map(({ step: { id, title } }) => ({ id, title })) })
  const postponed: StepHistory[] = []
  for (const one of begun) {
    const error = await undoStep(runtime, one)
    if (error?.code === 'server-not-started' && one.step.kind === 'restart-server') postponed.push(one)
    else if (error) return await failed(runtime, one, error)
  }
  for (const one of postponed) {
    const error = await undoStep(runtime, one)
    if (error) return await failed(runtime, one, error)
  }
  return { state: 'undone' }
}

/**
 * Says that there is no way forward any more, before anything is taken back.
 *
 * Where the disk is full, the step that filled it makes room first: begun and not done, it may still be run again, and
 * taken back again. One that is done must not be: a journal without the record would let a resumed job pass it over.
 */
async function writeBegun(runtime: JobRuntime, last: StepHistory | undefined): Promise<void> {
  await runtime.write({ type: 'undo-begun' }).catch(async (error: unknown) => {
    if (!isDiskFull(error) || last === undefined || last.done) throw error
    await takeBack(runtime, last)
    await runtime.write({ type: 'undo-begun' })
  })
}

async function undoStep(runtime: JobRuntime, one: StepHistory): Promise<ErrorRecord | null> {
  const error = await takeBack(runtime, one)
  if (error) return error
  const { id } = one.step
  await runtime.write({ type: 'step-undone', step: id })
  runtime.emit({ kind: 'step-undone', step: id })
  return null
}

async function takeBack(runtime: JobRuntime, { step, before }: StepHistory): Promise<ErrorRecord | null> {
  const { faults } = runtime.services
  const context = runtime.contextOf(step, { signal: never, resumed: true, phase: 'undo' })
  try {
    await faults?.('before', step, 'undo')
    await runnerOf(step).undo?.(step, context, before)
    await faults?.('after', step, 'undo')
  } catch (error) {
    return toErrorRecord(error)
  }
  return null
}

async function failed(runtime: JobRuntime, { step }: StepHistory, error: ErrorRecord): Promise<UndoOutcome> {
  await runtime.write({ type: 'undo-failed', step: step.id, error })
  runtime.emit({ kind: 'undo-failed', step: step.id, error })
  return { state: 'failed', step: step.id, error }
}

/** A point of no return that was begun and did happen; or that cannot be asked about now. */
async function findBlocker(runtime: JobRuntime, history: JobHistory): Promise<UndoOutcome | null> {
  const passed = passedPointOfNoReturn(history)
  if (!passed) return null
  const { step, done, before } = passed
  const blocked = { state: 'past-point-of-no-return', step: step.id } as const
  const runner = runnerOf(step)
  if (done || !runner.hasHappened) return blocked
  const context = runtime.contextOf(step, { signal: never, resumed: true, phase: 'undo' })
  try {
    return (await runner.hasHappened(step, context, before)) ? blocked : null
  } catch (error) {
    return await failed(runtime, passed, toErrorRecord(error))
  }
}

import type { ErrorRecord } from '../../../../shared/model/job.ts'
import { terminateProcess } from '../../../system/process/terminate.ts'
import { runnerOf } from '../runners/runners.ts'
import { toErrorRecord } from './error-record.ts'
import { type JobHistory, passedPointOfNoReturn } from './job-history.ts'
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
 */
export async function undoSteps(runtime: JobRuntime, history: JobHistory): Promise<UndoOutcome> {
  const blocker = await findBlocker(runtime, history)
  if (blocker) return { state: 'past-point-of-no-return', step: blocker }
  const begun = history.steps.filter(({ begun, undone }) => begun && !undone).toReversed()
  await runtime.write({ type: 'undo-begun' })
  runtime.emit({ kind: 'undo-started', steps: begun.map(({ step }) => step.id) })
  const { faults } = runtime.services
  for (const { step, before } of begun) {
    const context = runtime.contextOf(step, { signal: never, resumed: true, phase: 'undo' })
    try {
      await faults?.('before', step, 'undo')
      await runnerOf(step).undo?.(step, context, before)
      await faults?.('after', step, 'undo')
    } catch (error) {
      const record = toErrorRecord(error)
      runtime.emit({ kind: 'undo-failed', step: step.id, error: record })
      return { state: 'failed', step: step.id, error: record }
    }
    await runtime.write({ type: 'step-undone', step: step.id })
    runtime.emit({ kind: 'step-undone', step: step.id })
  }
  return { state: 'undone' }
}

/** A point of no return that was begun and did happen. */
async function findBlocker(runtime: JobRuntime, history: JobHistory): Promise<string | null> {
  const passed = passedPointOfNoReturn(history)
  if (!passed) return null
  if (passed.done) return passed.step.id
  const runner = runnerOf(passed.step)
  if (!runner.hasHappened) return passed.step.id
  const context = runtime.contextOf(passed.step, { signal: never, resumed: true, phase: 'undo' })
  return (await runner.hasHappened(passed.step, context)) ? passed.step.id : null
}

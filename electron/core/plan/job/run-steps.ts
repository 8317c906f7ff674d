import type { ErrorRecord } from '../../../../shared/model/job.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { isDiskFull } from '../../../system/storage/disk-full.ts'
import { runnerOf } from '../runners/runners.ts'
import type { Step } from '../steps/step.ts'
import { toErrorRecord } from './error-record.ts'
import type { StepHistory } from './job-history.ts'
import type { JobRuntime } from './job-runtime.ts'

export type StepsOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly step: string; readonly error: ErrorRecord }

/**
 * Runs the steps that are not done yet, in order, until one fails.
 *
 * The journal has `step-begun`, with what undo must know, before each effect, and `step-done` after it.
 */
export async function runSteps(
  runtime: JobRuntime,
  steps: readonly StepHistory[],
  signal: AbortSignal,
): Promise<StepsOutcome> {
  for (const { step, begun, done, before } of steps) {
    if (done) continue
    try {
      if (signal.aborted) throw new PgTandemError('cancelled')
      await runStep(runtime, step, { signal, begun, before })
    } catch (error) {
      const record = toErrorRecord(error)
      await writeFailure(runtime, step, record)
      runtime.emit({ kind: 'step-failed', step: step.id, error: record })
      return { state: 'failed', step: step.id, error: record }
    }
  }
  return { state: 'done' }
}

/** Only told, never needed: where the disk is full, undo must be reached all the same. */
async function writeFailure(runtime: JobRuntime, { id }: Step, error: ErrorRecord): Promise<void> {
  const details = { ...error.details }
  await runtime
    .write({ type: 'step-failed', step: id, error: { ...error, details } })
    .catch((reason: unknown) => {
      if (!isDiskFull(reason)) throw reason
    })
}

interface StepStart {
  readonly signal: AbortSignal
  readonly begun: boolean
  readonly before: Readonly<Record<string, unknown>>
}

async function runStep(runtime: JobRuntime, step: Step, start: StepStart): Promise<void> {
  const { faults } = runtime.services
  const startedAt = performance.now()
  const runner = runnerOf(step)
  const context = runtime.contextOf(step, { signal: start.signal, resumed: start.begun, phase: 'run' })
  runtime.emit({ kind: 'step-started', step: step.id, title: step.title })
  await faults?.('before', step, 'run')
  let { before } = start
  if (!start.begun) {
    before = (await runner.before?.(step, context)) ?? {}
    await runtime.write({ type: 'step-begun', step: step.id, before })
  }
  await runner.run(step, context, before)
  await faults?.('after', step, 'run')
  await runtime.write({ type: 'step-done', step: step.id })
  runtime.emit({ kind: 'step-done', step: step.id, elapsedMs: performance.now() - startedAt })
}

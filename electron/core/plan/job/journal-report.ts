import type { JobReport, StepReport } from '../../../../shared/model/job-report.ts'
import type { ErrorRecord } from '../../../../shared/model/job.ts'
import { instancesOf } from '../plan.ts'
import type { FoundJob } from './find-job.ts'
import type { JournalRecord } from './journal.ts'
import { waysOn } from './ways-on.ts'

/** A job as its journal tells it: as a window shows one that runs elsewhere, has ended or was interrupted. Pure. */
export function reportOfJournal(found: FoundJob, programVersion: string): JobReport {
  const { history, records, state } = found
  const { id, operation, plan, startedAt, undoBegun } = history
  const running = state === 'running'
  const { steps, error } = records.reduce(after, {
    steps: plan.steps.map(({ id: step, title }) => ({ ...untouched, id: step, title, beganAt: null })),
    error: null,
  })
  const ways = waysOn(history, state, programVersion)
  return {
    id,
    operation,
    instances: instancesOf(plan),
    state,
    startedAt,
    endedAt: running ? null : (records.at(-1)?.at ?? startedAt),
    steps: steps.map(({ beganAt: _beganAt, ...step }) =>
      step.state === 'running' && !running ? { ...step, state: 'interrupted' } : step,
    ),
    undoing: undoBegun,
    cancelling: false,
    elsewhere: running,
    canResume: ways.resume === null,
    canUndo: ways.undo === null,
    error: running || state === 'done' ? null : error,
    aftermath: state === 'undone' ? 'undone' : state === 'done' || running ? null : 'open',
  }
}

interface StepSoFar extends StepReport {
  readonly beganAt: string | null
}

interface SoFar {
  readonly steps: readonly StepSoFar[]
  /** The newest. */
  readonly error: ErrorRecord | null
}

const untouched = { state: 'waiting', elapsedMs: null, progress: null, notes: [], error: null } as const

function after(before: SoFar, record: JournalRecord): SoFar {
  switch (record.type) {
    case 'step-begun':
      return withStep(before, record.step, () => ({ state: 'running', beganAt: record.at }))
    case 'step-noted':
      return withStep(before, record.step, ({ notes }) => ({ notes: [...notes, record.text] }))
    case 'step-done':
      return withStep(before, record.step, ({ beganAt }) => ({
        state: 'done',
        error: null,
        elapsedMs: beganAt === null ? null : Math.max(0, Date.parse(record.at) - Date.parse(beganAt)),
      }))
    case 'step-failed':
      return failed(before, 'failed', record)
    case 'step-undone':
      return withStep(before, record.step, () => ({ state: 'undone' }))
    case 'undo-failed':
      return failed(before, 'undo-failed', record)
    case 'taken-over':
      return record.by === 'resume' ? takenUp(before, record.at) : before
    case 'job':
    case 'remembered':
    case 'child':
    case 'undo-begun':
    case 'left-open':
    case 'ended':
      return before
  }
}

const halfDone: ReadonlySet<StepReport['state']> = new Set(['running', 'failed', 'undo-failed'])

/** Steps run one after the other, so at most one is half done: it is done again, from the start. */
const takenUp = (before: SoFar, at: string): SoFar => ({
  error: null,
  steps: before.steps.map((step) =>
    step.beganAt !== null && halfDone.has(step.state)
      ? { ...step, state: 'running', beganAt: at, error: null }
      : step,
  ),
})

function failed(
  before: SoFar,
  state: 'failed' | 'undo-failed',
  { step, error }: Extract<JournalRecord, { type: 'step-failed' | 'undo-failed' }>,
): SoFar {
  return { ...withStep(before, step, () => ({ state, error })), error }
}

const withStep = (before: SoFar, id: string, change: (step: StepSoFar) => Partial<StepSoFar>): SoFar => ({
  ...before,
  steps: before.steps.map((step) => (step.id === id ? { ...step, ...change(step) } : step)),
})

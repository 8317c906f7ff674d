import type { JobState } from '../../../../shared/model/job.ts'
import type { ProcessIdentity } from '../../../system/process/identity.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../steps/step.ts'
import type { JournalRecord } from './journal.ts'

/** What a journal says of one step. */
export interface StepHistory {
  readonly step: Step
  readonly begun: boolean
  readonly done: boolean
  readonly undone: boolean
  /** What was read before it began, and what it remembered since. */
  readonly before: Readonly<Record<string, unknown>>
}

/** A journal, read to its end. */
export interface JobHistory {
  readonly id: string
  readonly operation: string
  readonly programVersion: string
  readonly plan: Plan
  readonly startedAt: string
  /** The process that works on it, or did last. */
  readonly owner: ProcessIdentity
  readonly children: readonly ProcessIdentity[]
  readonly steps: readonly StepHistory[]
  readonly undoBegun: boolean
  readonly leftOpen: boolean
  readonly ended: 'done' | 'undone' | null
}

/** Tells a job from its records; undefined when even the first line is missing (it was never begun). */
export function readHistory(records: readonly JournalRecord[]): JobHistory | undefined {
  const [first, ...rest] = records
  if (first?.type !== 'job') return undefined
  const of = <T extends JournalRecord['type']>(type: T) =>
    rest.filter((record): record is Extract<JournalRecord, { type: T }> => record.type === type)
  const begun = new Map(of('step-begun').map((record) => [record.step, record.before]))
  const done = new Set(of('step-done').map(({ step }) => step))
  const undone = new Set(of('step-undone').map(({ step }) => step))
  const remembered = (id: string): Record<string, unknown> =>
    Object.assign({}, ...of('remembered').flatMap(({ step, facts }) => (step === id ? [facts] : [])))
  const lastTakeOver = rest.findLastIndex(({ type }) => type === 'taken-over')
  const lastOpen = rest.findLastIndex(({ type }) => type === 'left-open')
  return {
    id: first.id,
    operation: first.operation,
    programVersion: first.programVersion,
    plan: first.plan,
    startedAt: first.at,
    owner: of('taken-over').at(-1)?.owner ?? first.owner,
    children: of('child').map(({ child }) => child),
    undoBegun: of('undo-begun').length > 0,
    leftOpen: lastOpen > lastTakeOver,
    ended: of('ended').at(-1)?.state ?? null,
    steps: first.plan.steps.map((step) => ({
      step,
      begun: begun.has(step.id),
      done: done.has(step.id),
      undone: undone.has(step.id),
      before: { ...(begun.get(step.id) as object | undefined), ...remembered(step.id) },
    })),
  }
}

/** Its state, given whether the process that owns it lives. */
export function jobState(history: JobHistory, ownerAlive: boolean): JobState {
  if (history.ended) return history.ended
  if (history.leftOpen) return 'failed'
  return ownerAlive ? 'running' : 'interrupted'
}

/** The step after which there is no way back, if one of those was begun. */
export function passedPointOfNoReturn(history: JobHistory): StepHistory | undefined {
  return history.steps.find(
    ({ step, begun, undone }) => begun && !undone && step.undo === 'point-of-no-return',
  )
}

import type { JobReport, StepReport } from '../../../shared/model/job-report.ts'
import type { ErrorRecord, JobEvent, JobOutcome } from '../../../shared/model/job.ts'
import type { Text } from '../../../shared/i18n/text.ts'

const MOST_NOTES = 200

/** A job that is about to begin or to be taken up again. */
export const newReport = (
  about: Pick<JobReport, 'id' | 'operation' | 'instances'>,
  startedAt: string,
): JobReport => ({
  ...about,
  state: 'running',
  startedAt,
  endedAt: null,
  steps: [],
  undoing: false,
  cancelling: false,
  elsewhere: false,
  canResume: false,
  canUndo: false,
  error: null,
  aftermath: null,
})

/** The report after one more piece of news. Pure; steps that it does not concern keep their identity. */
export function reportAfter(report: JobReport, event: JobEvent): JobReport {
  switch (event.kind) {
    case 'job-started':
      return {
        ...report,
        id: event.job,
        steps: event.steps.map((step) => doneBefore(report, step) ?? waiting(step)),
      }
    case 'undo-started':
      return {
        ...report,
        undoing: true,
        steps: report.steps.length > 0 ? report.steps : event.steps.map(waiting).toReversed(),
      }
    case 'step-started':
      return change(report, event.step, { state: 'running', title: event.title, progress: null, error: null })
    case 'step-progress':
      return change(report, event.step, {
        progress: { bytesDone: event.bytesDone, bytesTotal: event.bytesTotal },
      })
    case 'step-note':
      return change(report, event.step, (step) => ({
        notes: [...step.notes, event.text].slice(-MOST_NOTES),
      }))
    case 'step-done':
      return change(report, event.step, { state: 'done', elapsedMs: event.elapsedMs })
    case 'step-failed':
      return change(report, event.step, { state: 'failed', error: event.error })
    case 'step-undone':
      return change(report, event.step, { state: 'undone' })
    case 'undo-failed':
      return change(report, event.step, { state: 'undo-failed', error: event.error })
  }
}

/** The report of a job that has ended, one way or the other. */
export function reportAtEnd(report: JobReport, outcome: JobOutcome, endedAt: string): JobReport {
  if (outcome.state === 'done')
    return {
      ...report,
      state: report.undoing ? 'undone' : 'done',
      endedAt,
      cancelling: false,
      aftermath: report.undoing ? 'undone' : null,
    }
  const open = outcome.aftermath === 'open'
  return {
    ...report,
    state: open ? 'failed' : 'undone',
    endedAt,
    cancelling: false,
    error: outcome.error,
    aftermath: outcome.aftermath,
    canResume: open && !report.undoing,
    canUndo: open,
  }
}

/** The report of a job that ended in a way no user can cause, or that could not begin. */
export const reportAtFailure = (report: JobReport, error: ErrorRecord, endedAt: string): JobReport => ({
  ...report,
  state: 'failed',
  endedAt,
  cancelling: false,
  error,
  aftermath: 'open',
})

/** A job that is taken up again does not repeat what is done. */
const doneBefore = (report: JobReport, { id }: { readonly id: string }): StepReport | undefined =>
  report.steps.find((step) => step.id === id && step.state === 'done')

const waiting = ({ id, title }: { readonly id: string; readonly title: Text }): StepReport => ({
  id,
  title,
  state: 'waiting',
  elapsedMs: null,
  progress: null,
  notes: [],
  error: null,
})

function change(
  report: JobReport,
  id: string,
  changed: Partial<StepReport> | ((step: StepReport) => Partial<StepReport>),
): JobReport {
  return {
    ...report,
    steps: report.steps.map((step) =>
      step.id === id ? { ...step, ...(typeof changed === 'function' ? changed(step) : changed) } : step,
    ),
  }
}

import type { JobOutlook } from '../../../../shared/model/job-outlook.ts'
import type { PlanPreview } from '../../../../shared/model/plan-preview.ts'
import type { Plan } from '../plan.ts'
import type { FoundJob } from './find-job.ts'
import { waysOn } from './ways-on.ts'

/** What finishing a job and taking it back would do; `preview` shows a plan as it would run now. */
export async function outlookOf(
  { history, state }: FoundJob,
  programVersion: string,
  preview: (plan: Plan) => Promise<PlanPreview>,
): Promise<JobOutlook> {
  const { plan, steps } = history
  const ways = waysOn(history, state, programVersion)
  const ahead = steps.flatMap(({ step, done }) => (done ? [] : [step]))
  const behind = steps.flatMap(({ step, begun, undone }) => (begun && !undone ? [step] : [])).toReversed()
  return {
    resume:
      ways.resume === null
        ? { kind: 'possible', steps: (await preview({ ...plan, steps: ahead })).steps }
        : { kind: 'refused', ...ways.resume },
    undo:
      ways.undo === null
        ? { kind: 'possible', steps: behind.map(({ id, title, undo }) => ({ id, title, undo })) }
        : { kind: 'refused', ...ways.undo },
  }
}

import { followJob, readJob } from '../../../core/live/follow-job.ts'
import { bound } from '../base.ts'

const { jobs: area } = bound

export const jobs = area.router({
  list: area.list.handler(async ({ context }) => (await context.core.listJobs('all')).toReversed()),
  read: area.read.handler(({ input, context }) => readJob(input.job, context)),
  outlook: area.outlook.handler(({ input, context }) => context.core.jobOutlook(input.job)),
  watch: area.watch.handler(({ input, context, signal }) =>
    followJob(input.job, context, signal ?? new AbortController().signal),
  ),
  cancel: area.cancel.handler(({ input, context }) => context.jobs.cancel(input.job)),
  resume: area.resume.handler(({ input, context }) => context.jobs.resume(input.job)),
  undo: area.undo.handler(({ input, context }) => context.jobs.undo(input.job)),
})

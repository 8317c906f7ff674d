import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { JobOutlook } from '../model/job-outlook.ts'
import type { JobReport } from '../model/job-report.ts'
import type { JobSummary } from '../model/job.ts'
import { procedure } from './base.ts'

const oneJob = z.object({ job: z.string().max(80) })

export const jobsContract = {
  /** All that the journals know, newest first. */
  list: procedure.output(type<readonly JobSummary[]>()),
  /** One job, with its steps, wherever it ran. */
  read: procedure.input(oneJob).output(type<JobReport>()),
  /** What finishing it and taking it back would do. */
  outlook: procedure.input(oneJob).output(type<JobOutlook>()),
  /**
   * The job as it stands, again at each change (at most ten times a second; each second while another program works on
   * it), until it is done or taken back: one that failed or was interrupted may be taken up again.
   */
  watch: procedure.input(oneJob).output(eventIterator(type<JobReport>())),
  cancel: procedure.input(oneJob),
  /** Both begin and return; `watch` follows. */
  resume: procedure.input(oneJob),
  undo: procedure.input(oneJob),
}

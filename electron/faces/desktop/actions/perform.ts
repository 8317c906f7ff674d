import type { ErrorCode } from '../../../../shared/errors/pgtandem-error.ts'
import type { TextParams } from '../../../../shared/i18n/text.ts'
import type { JobReport } from '../../../../shared/model/job-report.ts'
import type { ErrorRecord } from '../../../../shared/model/job.ts'
import type { Confirmation } from '../../../../shared/model/plan-preview.ts'
import type { JobHost } from '../../../core/live/job-host.ts'
import { toErrorRecord } from '../../../core/plan/job/error-record.ts'
import type { Host } from '../../rpc/host.ts'

export interface Request {
  readonly operation: 'start' | 'stop' | 'restart'
  readonly name: string
}

export type Performed =
  | { readonly kind: 'done' }
  /** Not begun, since somebody has to agree first and did not. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly params: TextParams }
  /** `report`: it began as a job, and is to be found among them. */
  | { readonly kind: 'failed'; readonly error: ErrorRecord; readonly report: JobReport | null }

/** Asked before something that cuts connections, loses data or the like. */
export type Agree = (confirmations: readonly Confirmation[]) => Promise<boolean>

/** The world may change between plan and run; then it is planned again, this often. */
const MOST_TRIES = 3

/** Plans one operation, asks where that is needed, runs it as a job, and resolves when that has ended. Never throws. */
export async function perform(
  { operation, name }: Request,
  { core, jobs }: Pick<Host, 'core' | 'jobs'>,
  agree: Agree,
): Promise<Performed> {
  try {
    let planned = await core.plan(operation, { name })
    for (let tries = 1; ; tries += 1) {
      if (planned.kind === 'refused') return planned
      const { plan } = planned
      if (plan.confirmations.length > 0 && !(await agree(plan.confirmations))) return { kind: 'declined' }
      const begun = await jobs.run(plan)
      if (begun.kind === 'nothing-to-do') return { kind: 'done' }
      if (begun.kind === 'started') return endOf(await waitForEnd(jobs, begun.job))
      if (tries === MOST_TRIES) return { kind: 'refused', code: 'changed-world', params: { operation } }
      planned = begun.planned
    }
  } catch (error) {
    return { kind: 'failed', error: toErrorRecord(error), report: null }
  }
}

function endOf(report: JobReport | undefined): Performed {
  if (report === undefined || report.error === null) return { kind: 'done' }
  return { kind: 'failed', error: report.error, report }
}

/** The job's last report; undefined when it was forgotten meanwhile. */
async function waitForEnd(jobs: JobHost, job: string): Promise<JobReport | undefined> {
  const never = new AbortController().signal
  for (;;) {
    const seen = jobs.turns.version()
    const report = jobs.report(job)
    if (report === undefined || report.endedAt !== null) return report
    await jobs.turns.wait(seen, never)
  }
}

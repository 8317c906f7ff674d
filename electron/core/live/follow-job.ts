import { isDeepStrictEqual } from 'node:util'
import type { JobReport } from '../../../shared/model/job-report.ts'
import type { Core } from '../core.ts'
import type { JobHost } from './job-host.ts'

const MIN_GAP_MS = 100
/** How often the journal of a job is looked at while another process may be working on it. */
const JOURNAL_MS = 1000

interface Sources {
  readonly core: Pick<Core, 'readJob'>
  readonly jobs: Pick<JobHost, 'report' | 'news'>
}

/**
 * The job as it stands: of this process as it is told, of others as their journal has it.
 *
 * A failure that this process saw is told in its own words until someone takes the job up again. Throws as `Core.readJob`.
 */
export async function readJob(job: string, { core, jobs }: Sources): Promise<JobReport> {
  const here = jobs.report(job)
  if (here !== undefined && (here.endedAt === null || isSettled(here))) return here
  const written = await core.readJob(job)
  return here !== undefined && isOpen(written) ? here : written
}

/** The job again at each change, until it is done or taken back. Ends with `signal`; throws as `Core.readJob`. */
export async function* followJob(
  job: string,
  sources: Sources,
  signal: AbortSignal,
): AsyncGenerator<JobReport, void, undefined> {
  const { jobs } = sources
  let sent: JobReport | undefined
  while (!signal.aborted) {
    const seen = jobs.news.version()
    const report = await readJob(job, sources)
    if (signal.aborted) return
    if (report !== sent && !isDeepStrictEqual(report, sent)) yield report
    sent = report
    if (isSettled(report)) return
    const runsHere = jobs.report(job)?.endedAt === null
    await jobs.news.wait(seen, signal, ...(runsHere ? [] : [JOURNAL_MS]))
    await new Promise((resolve) => {
      setTimeout(resolve, MIN_GAP_MS)
    })
  }
}

const isSettled = ({ state }: JobReport): boolean => state === 'done' || state === 'undone'
const isOpen = ({ state }: JobReport): boolean => state === 'failed' || state === 'interrupted'

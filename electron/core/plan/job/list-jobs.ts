import type { JobSummary } from '../../../../shared/model/job.ts'
import { instancesOf } from '../plan.ts'
import type { FoundJob } from './find-job.ts'
import type { JournalFolder } from './journal.ts'
import { type DamagedJournal, readJournal } from './read-journal.ts'
import { waysOn } from './ways-on.ts'

/** Every job the journals tell of, oldest first; with `open`, only those that have not ended. A damaged journal is a failed job. */
export async function listJobs(
  journals: JournalFolder,
  programVersion: string,
  which: 'all' | 'open' = 'all',
): Promise<readonly JobSummary[]> {
  const [open, ended] = await Promise.all([journals.listOpen(), which === 'all' ? journals.listEnded() : []])
  const logs = [
    ...ended.map((id) => ({ id, log: journals.openEnded(id) })),
    ...open.map((id) => ({ id, log: journals.open(id) })),
  ]
  const jobs = await Promise.all(
    logs.map(async ({ id, log }): Promise<readonly JobSummary[]> => {
      const found = await readJournal(id, log)
      if (found.kind === 'never-begun') return []
      return [found.kind === 'damaged' ? summarizeDamaged(id, found) : summarize(found, programVersion)]
    }),
  )
  return jobs.flat().toSorted(byAge)
}

/** Ids tell the second only. */
const byAge = (a: JobSummary, b: JobSummary): number =>
  a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id)

function summarize({ history, state }: FoundJob, programVersion: string): JobSummary {
  const ways = waysOn(history, state, programVersion)
  const last = history.steps.findLast(({ begun }) => begun)?.step
  return {
    id: history.id,
    operation: history.operation,
    state,
    step: last?.id ?? null,
    stepTitle: last?.title ?? null,
    startedAt: history.startedAt,
    instances: instancesOf(history.plan),
    canResume: ways.resume === null,
    canUndo: ways.undo === null,
    damaged: null,
  }
}

const summarizeDamaged = (
  id: string,
  { path, operation, startedAt, instances }: DamagedJournal,
): JobSummary => ({
  id,
  operation,
  state: 'failed',
  step: null,
  stepTitle: null,
  startedAt,
  instances,
  canResume: false,
  canUndo: false,
  damaged: path,
})

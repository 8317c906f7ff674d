import type { JobSummary } from '../../../../shared/model/job.ts'
import { isAlive } from '../../../system/process/identity.ts'
import { instancesOf } from '../plan.ts'
import { type JobHistory, jobState, passedPointOfNoReturn, readHistory } from './job-history.ts'
import type { JournalFolder } from './journal.ts'

/** Every job the journals tell of, oldest first; with `open`, only those that have not ended. */
export async function listJobs(
  journals: JournalFolder,
  programVersion: string,
  which: 'all' | 'open' = 'all',
): Promise<readonly JobSummary[]> {
  const [open, ended] = await Promise.all([journals.listOpen(), which === 'all' ? journals.listEnded() : []])
  const logs = [...ended.map((id) => journals.openEnded(id)), ...open.map((id) => journals.open(id))]
  const histories = await Promise.all(logs.map(async (log) => readHistory(await log.readAll())))
  const known = histories.filter((history): history is JobHistory => history !== undefined)
  const jobs = await Promise.all(known.map((history) => summarize(history, programVersion)))
  return jobs.toSorted((a, b) => a.id.localeCompare(b.id))
}

async function summarize(history: JobHistory, programVersion: string): Promise<JobSummary> {
  const state = jobState(history, history.ended === null && (await isAlive(history.owner)))
  const open = state === 'failed' || state === 'interrupted'
  return {
    id: history.id,
    operation: history.operation,
    state,
    step: history.steps.findLast(({ begun }) => begun)?.step.id ?? null,
    startedAt: history.startedAt,
    instances: instancesOf(history.plan),
    canResume: open && !history.undoBegun && history.programVersion === programVersion,
    canUndo: open && passedPointOfNoReturn(history)?.done !== true,
  }
}

import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { JobState } from '../../../../shared/model/job.ts'
import type { JobHistory } from './job-history.ts'
import type { JournalFolder, JournalRecord } from './journal.ts'
import { type ReadJournal, readJournal } from './read-journal.ts'

/** A job as its journal tells it now, whichever process works on it. */
export interface FoundJob {
  readonly history: JobHistory
  readonly records: readonly JournalRecord[]
  readonly state: JobState
}

/** Reads one job. Throws `unknown-job` and `journal-damaged`. */
export async function findJob(job: string, journals: JournalFolder): Promise<FoundJob> {
  const read = await readEither(job, journals)
  if (read === undefined || read.kind === 'never-begun') throw new PgTandemError('unknown-job', { job })
  if (read.kind === 'damaged')
    throw new PgTandemError('journal-damaged', { job, operation: read.operation, path: read.path })
  return read
}

/** The open one first: it may end, and be moved, while it is read. */
async function readEither(job: string, journals: JournalFolder): Promise<ReadJournal | undefined> {
  const open = (await journals.listOpen()).includes(job)
    ? await readJournal(job, journals.open(job))
    : undefined
  if (open?.kind === 'history') return open
  return (await journals.listEnded()).includes(job) ? readJournal(job, journals.openEnded(job)) : open
}

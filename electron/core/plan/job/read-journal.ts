import { readFile, stat } from 'node:fs/promises'
import type { JobState } from '../../../../shared/model/job.ts'
import { isAlive } from '../../../system/process/identity.ts'
import type { AppendLog } from '../../../system/storage/append-log.ts'
import { instancesOf } from '../plan.ts'
import { isAtWork } from './instance-locks.ts'
import { type JobHistory, jobState, readHistory } from './job-history.ts'
import { type JournalRecord, journalRecordSchema } from './journal.ts'

/** What can still be told of a job whose journal is damaged. */
export interface DamagedJournal {
  readonly kind: 'damaged'
  readonly path: string
  readonly operation: string
  /** ISO, UTC; empty when neither the first line nor the name tells it. */
  readonly startedAt: string
  /** Empty when the first line cannot be read. */
  readonly instances: readonly string[]
}

export type ReadJournal =
  | {
      readonly kind: 'history'
      readonly history: JobHistory
      readonly records: readonly JournalRecord[]
      /** As it is now, whichever process works on it. */
      readonly state: JobState
    }
  /** Killed before its first line was whole: it did nothing. */
  | { readonly kind: 'never-begun' }
  | DamagedJournal

/** A file that is still empty so long after it was made is not being begun just now. */
const beginningMs = 10_000

/** Reads one journal; damage, and a file that cannot be read, is a value and no exception. */
export async function readJournal(id: string, log: AppendLog<JournalRecord>): Promise<ReadJournal> {
  const wasAtWork = isAtWork(id)
  const records = await log.readAll().catch(() => null)
  const history = records === null ? undefined : readHistory(records)
  if (history && records !== null) {
    const state = jobState(history, history.ended === null && (await isWorkedOn(history, wasAtWork)))
    return { kind: 'history', history, records, state }
  }
  const text = await readFile(log.path, 'utf8').catch(() => null)
  if (text !== null && records?.length === 0 && (await isJustBegun(id, log.path, text)))
    return { kind: 'never-begun' }
  return damaged(id, log.path, text ?? '')
}

/**
 * Whether its owner lives and has not let go of it. This process lives on when it could not write down how a job ended, as
 * on a full disk; and it may end one while that is read, which then was at work before.
 */
const isWorkedOn = async ({ id, owner }: JobHistory, wasAtWork: boolean): Promise<boolean> =>
  (await isAlive(owner)) && (owner.pid !== process.pid || wasAtWork || isAtWork(id))

async function isJustBegun(id: string, path: string, text: string): Promise<boolean> {
  if (text === '') {
    const changedAt = await stat(path).then(({ mtimeMs }) => mtimeMs, Date.now)
    return Date.now() - changedAt < beginningMs
  }
  const start = `{"type":"job","id":${JSON.stringify(id)}`
  return !text.includes('\n') && (text.startsWith(start) || start.startsWith(text))
}

function damaged(id: string, path: string, text: string): DamagedJournal {
  const first = parseFirstLine(text.split('\n', 1)[0] ?? '')
  return {
    kind: 'damaged',
    path,
    operation: first?.operation ?? /^\d{8}-\d{6}-(.+)-[0-9a-f]{4}$/.exec(id)?.[1] ?? '?',
    startedAt: first?.at ?? id.replace(stamp, '$1-$2-$3T$4:$5:$6.000Z').match(/^.*Z$/)?.[0] ?? '',
    instances: first ? instancesOf(first.plan) : [],
  }
}

const stamp = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-.*$/

function parseFirstLine(line: string): Extract<JournalRecord, { type: 'job' }> | null {
  try {
    const record = journalRecordSchema.parse(JSON.parse(line))
    return record.type === 'job' ? record : null
  } catch {
    return null
  }
}

import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type AppendLog, openAppendLog } from '../../../system/storage/append-log.ts'
import { writeFileAtomic } from '../../../system/storage/atomic-file.ts'
import type { Text } from '../../../../shared/i18n/text.ts'
import type { ErrorRecord } from '../../../../shared/model/job.ts'
import type { Plan } from '../plan.ts'

const identity = z.object({ pid: z.number(), startToken: z.string() })
const at = z.string()

const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** Its code and the key of a text are taken as they stand: another version may have said them. */
const errorRecord = z
  .object({ code: z.string(), params, message: z.string(), details: z.record(z.string(), z.unknown()) })
  .transform((record) => record as ErrorRecord)

const text = z.object({ key: z.string(), params: params.optional() }).transform((record) => record as Text)

/** One line of a journal. Each is on the disk before the effect it announces. */
export const journalRecordSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('job'),
    id: z.string(),
    operation: z.string(),
    /** A job of another program version may be undone, not resumed. */
    programVersion: z.string(),
    plan: z.custom<Plan>((value) => typeof value === 'object' && value !== null && 'steps' in value),
    owner: identity,
    at,
  }),
  z.object({ type: z.literal('taken-over'), by: z.enum(['resume', 'undo']), owner: identity, at }),
  /** `before` is what undo must know; read from the world before anything was done. */
  z.object({ type: z.literal('step-begun'), step: z.string(), before: z.unknown(), at }),
  /** More of what undo must know, found out while running. */
  z.object({ type: z.literal('remembered'), step: z.string(), facts: z.record(z.string(), z.unknown()), at }),
  /** A program outlives a killed parent: resume and undo end it first. */
  z.object({ type: z.literal('child'), step: z.string(), child: identity, at }),
  /** What a step had to say: for people who look at the job later. */
  z.object({ type: z.literal('step-noted'), step: z.string(), text, at }),
  z.object({ type: z.literal('step-done'), step: z.string(), at }),
  z.object({ type: z.literal('step-failed'), step: z.string(), error: errorRecord, at }),
  z.object({ type: z.literal('undo-begun'), at }),
  z.object({ type: z.literal('step-undone'), step: z.string(), at }),
  z.object({ type: z.literal('undo-failed'), step: z.string(), error: errorRecord, at }),
  /** It failed and waits for `jobs resume` or `jobs undo`. */
  z.object({ type: z.literal('left-open'), at }),
  z.object({ type: z.literal('ended'), state: z.enum(['done', 'undone']), at }),
])

export type JournalRecord = z.infer<typeof journalRecordSchema>

/**
 * Where jobs are written down: one file of JSON lines each, and beside it a private folder for what must stay secret.
 *
 * Jobs that have ended move to `ended/`, so that looking for open ones stays cheap.
 */
export interface JournalFolder {
  open(id: string): AppendLog<JournalRecord>
  openEnded(id: string): AppendLog<JournalRecord>
  listOpen(): Promise<readonly string[]>
  listEnded(): Promise<readonly string[]>
  /** Moves a job's journal to the ended ones; its secrets go, and the oldest ended journals too. */
  archive(id: string): Promise<void>
  /** Removes the journal of a job that was never begun. */
  forget(id: string): Promise<void>
  /** A value that undo needs and that no journal may hold, such as a password's verifier; 0600. */
  keepSecret(id: string, step: string, value: unknown): Promise<void>
  readSecret(id: string, step: string): Promise<unknown>
}

const file = (id: string): string => `${id}.jsonl`

const list = async (dir: string): Promise<string[]> => {
  const names = await readdir(dir).catch(() => [])
  return names.flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -6)] : [])).sort()
}

/** Ended jobs that are remembered. */
const keptJobs = 50

export function openJournalFolder(home: string): JournalFolder {
  const folder = join(home, 'journal')
  const ended = join(folder, 'ended')
  const secrets = (id: string): string => join(folder, `${id}.private`)
  return {
    open: (id) => openAppendLog(join(folder, file(id)), journalRecordSchema),
    openEnded: (id) => openAppendLog(join(ended, file(id)), journalRecordSchema),
    listOpen: () => list(folder),
    listEnded: () => list(ended),
    async archive(id) {
      await rm(secrets(id), { recursive: true, force: true })
      await mkdir(ended, { recursive: true, mode: 0o700 })
      await rename(join(folder, file(id)), join(ended, file(id)))
      const old = (await list(ended)).slice(0, -keptJobs)
      for (const one of old) await rm(join(ended, file(one)), { force: true })
    },
    forget: (id) => rm(join(folder, file(id)), { force: true }),
    async keepSecret(id, step, value) {
      await mkdir(secrets(id), { recursive: true, mode: 0o700 })
      await writeFileAtomic(join(secrets(id), `${step}.json`), JSON.stringify(value), { mode: 0o600 })
    },
    async readSecret(id, step) {
      const text = await readFile(join(secrets(id), `${step}.json`), 'utf8').catch(() => null)
      return text === null ? null : (JSON.parse(text) as unknown)
    },
  }
}

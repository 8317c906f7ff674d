import { z } from 'zod'

const time = z
  .number()
  .nullable()
  .transform((seconds) => (seconds === null ? null : new Date(seconds * 1000)))

const facts = z
  .object({
    settings: z.array(z.object({ name: z.string(), setting: z.string().nullable(), pending: z.boolean() })),
    waiting_for_sync: z.number().int(),
    archiver: z
      .object({
        last_archived: time,
        last_failed_wal: z.string().nullable(),
        last_failed: time,
        failed_count: z.number().int(),
      })
      .nullable(),
  })
  .transform((row) => ({
    settings: Object.fromEntries(row.settings.map(({ name, setting }) => [name, setting ?? ''])),
    pendingRestart: row.settings.filter(({ pending }) => pending).map(({ name }) => name),
    waitingForSync: row.waiting_for_sync,
    archiver: row.archiver && {
      lastArchivedAt: row.archiver.last_archived,
      lastFailedWal: row.archiver.last_failed_wal,
      lastFailedAt: row.archiver.last_failed,
      failedCount: row.archiver.failed_count,
    },
  }))

/** What `diagnosisQuery` answered. */
export type DiagnosisFacts = Readonly<z.infer<typeof facts>>

/** The answer to `diagnosisQuery`: takes the text of its `facts` column; throws a ZodError or SyntaxError for anything else. */
export function parseDiagnosisFacts(document: string): DiagnosisFacts {
  return facts.parse(JSON.parse(document))
}

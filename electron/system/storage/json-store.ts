import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { writeFileAtomic } from './atomic-file.ts'
import { withLock } from './lock.ts'
import { whileHeld } from './while-held.ts'

/** One small file of JSON that several processes share. */
export interface JsonStore<T> {
  readonly path: string
  /** Reads what the file says now; the initial value while there is no file. */
  readonly read: () => Promise<T>
  /** Replaces the value by what `change` makes of the newest one, one process after the other. Returns the new value. */
  readonly update: (change: (current: T) => T | Promise<T>) => Promise<T>
}

const WAIT_FOR_WRITER_MS = 15_000

const envelopeSchema = z.object({ version: z.int().positive(), value: z.unknown() })

const reasonOf = (error: unknown): string => {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error)
  const [issue] = error.issues
  if (issue === undefined) return error.message
  const place = issue.path.map(String).join('.')
  return place === '' ? issue.message : `${place}: ${issue.message}`
}

/**
 * Opens a store; the file itself is made by the first update, with mode 0600. It holds `{version, value}`.
 *
 * `version` counts changes that an older program would misread. A file with an older version is parsed by today's schema,
 * so new fields need defaults there.
 * Reading throws `state-file-damaged` (the file is left as it is, and no update overwrites it), `state-file-newer` or
 * `state-file-unreadable`; updating throws also `lock-held`, `file-held` and `file-not-written`.
 */
export const openJsonStore = <T>(
  path: string,
  schema: z.ZodType<T>,
  version: number,
  initial: T,
): JsonStore<T> => {
  const read = async (): Promise<T> => {
    const text = await whileHeld(() => readFile(path, 'utf8')).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      const reason = error.code ?? error.message
      throw new PgTandemError('state-file-unreadable', { path, reason }, {}, { cause: error })
    })
    if (text === undefined) return initial
    try {
      const envelope = envelopeSchema.parse(JSON.parse(text))
      if (envelope.version > version)
        throw new PgTandemError('state-file-newer', { path, found: envelope.version, known: version })
      return schema.parse(envelope.value)
    } catch (error) {
      if (error instanceof PgTandemError) throw error
      throw new PgTandemError('state-file-damaged', { path, reason: reasonOf(error) }, {}, { cause: error })
    }
  }

  return {
    path,
    read,
    update: (change) =>
      withLock(`${path}.lock`, { note: path, waitMs: WAIT_FOR_WRITER_MS }, async () => {
        const value = schema.parse(await change(await read()))
        await writeFileAtomic(path, `${JSON.stringify({ version, value }, null, 2)}\n`, { mode: 0o600 })
        return value
      }),
  }
}

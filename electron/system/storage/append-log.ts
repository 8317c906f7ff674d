import { open, readFile, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { syncDirectory } from './sync-directory.ts'

/** A file of JSON lines that only grows. One writer at a time: its user holds a lock. */
export interface AppendLog<T> {
  readonly path: string
  /**
   * Returns when the record is on the disk; with `sync: false` when it is written, and the next synced one takes it along.
   *
   * Throws `file-not-written`; the file then ends as before.
   */
  readonly append: (record: T, options?: { readonly sync?: boolean }) => Promise<void>
  readonly readAll: () => Promise<readonly T[]>
  /** Appending opens it again. */
  readonly close: () => Promise<void>
}

const LINE_FEED = 0x0a

interface Contents<T> {
  readonly records: readonly T[]
  /** Where the last whole record ends. */
  readonly wholeBytes: number
}

/**
 * The records of a log. A last line that is torn (no line end, or not a record) is left out: its append never returned.
 *
 * Throws `log-file-damaged` with the line number for damage before that.
 */
const parseLog = <T>(file: string, bytes: Buffer, schema: z.ZodType<T>): Contents<T> => {
  const records: T[] = []
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end < 0) return { records, wholeBytes: start }
    try {
      records.push(schema.parse(JSON.parse(bytes.toString('utf8', start, end))))
    } catch (error) {
      if (end === bytes.byteLength - 1) return { records, wholeBytes: start }
      throw new PgTandemError('log-file-damaged', { path: file, line }, {}, { cause: error })
    }
    start = end + 1
  }
}

const readLog = async <T>(file: string, schema: z.ZodType<T>): Promise<Contents<T>> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  return parseLog(file, bytes, schema)
}

interface Writer {
  readonly handle: FileHandle
  wholeBytes: number
}

const openWriter = async <T>(file: string, schema: z.ZodType<T>): Promise<Writer> => {
  const { wholeBytes } = await readLog(file, schema)
  const handle = await open(file, 'a', 0o600)
  await handle.truncate(wholeBytes)
  await syncDirectory(path.dirname(file))
  return { handle, wholeBytes }
}

const write = async (file: string, writer: Writer, line: Buffer, sync: boolean) => {
  try {
    await writer.handle.writeFile(line)
    if (sync) await writer.handle.datasync()
    writer.wholeBytes += line.byteLength
  } catch (error) {
    await writer.handle.truncate(writer.wholeBytes).catch(() => undefined)
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new PgTandemError('file-not-written', { path: file, reason }, {}, { cause: error })
  }
}

/** Opens a log; the file is made by the first append, with mode 0600, and a torn last line is cut off then. */
export const openAppendLog = <T>(file: string, schema: z.ZodType<T>): AppendLog<T> => {
  let writer: Promise<Writer> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const next = <R>(work: () => Promise<R>): Promise<R> => {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  return {
    path: file,
    append: (record, { sync = true } = {}) => {
      const line = Buffer.from(`${JSON.stringify(schema.parse(record))}\n`)
      return next(async () => {
        writer ??= openWriter(file, schema)
        const opened = await writer.catch((error: unknown) => {
          writer = undefined
          throw error
        })
        await write(file, opened, line, sync)
      })
    },
    readAll: () => next(async () => (await readLog(file, schema)).records),
    close: () =>
      next(async () => {
        const opened = await writer?.catch(() => undefined)
        writer = undefined
        await opened?.handle.close()
      }),
  }
}

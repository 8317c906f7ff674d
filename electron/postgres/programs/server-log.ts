import { mkdir, open, readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { decodeOutput } from '../../system/process/decode-output.ts'
import { whileHeld } from '../../system/storage/while-held.ts'
import { textWithoutSecrets } from '../facts/text-without-secrets.ts'

/** Only this much of a log's end is looked at. */
const tailBytes = 64 * 1024

/**
 * Makes a server's log, if need be, and returns its length: what the next start writes comes after it.
 *
 * pg_ctl cannot tell that it may not write there, for its shell would fail unseen. On Windows that shell keeps the log to
 * itself as long as its server runs, and a moment longer. Throws `server-log-not-writable`.
 */
export const ensureServerLog = async (logFile: string): Promise<number> => {
  try {
    await mkdir(path.dirname(logFile), { recursive: true, mode: 0o700 })
    const file = await whileHeld(() => open(logFile, 'a', 0o600))
    try {
      return (await file.stat()).size
    } finally {
      await file.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PgTandemError('server-log-not-writable', { path: logFile, reason })
  }
}

/** Reads how long the log of a server is that runs, without opening it; 0 where there is none. */
export const readLogSize = async (logFile: string): Promise<number> =>
  (await stat(logFile).catch(() => undefined))?.size ?? 0

/** Reads the lines of a log from a byte on, at most the last 64 kB, their secrets hidden; empty where there is no such file. */
export const readLogLines = async (file: string, fromByte: number): Promise<readonly string[]> => {
  const handle = await open(file, 'r').catch(() => undefined)
  if (handle === undefined) return []
  try {
    const { size } = await handle.stat()
    const start = Math.max(fromByte, size - tailBytes, 0)
    const buffer = Buffer.alloc(Math.max(0, size - start))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
    return decodeOutput(buffer.subarray(0, bytesRead))
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map(textWithoutSecrets)
  } finally {
    await handle.close()
  }
}

const newestFile = async (folder: string) => {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      return { file, mtimeMs: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 }
    }),
  )
  return files.sort((a, b) => b.mtimeMs - a.mtimeMs)[0]?.file
}

/**
 * Finds the file in which the logging collector goes on, when the lines of a start say that it took over; else undefined.
 *
 * Current_logfiles names it from 10 on; before, and when the server is gone again, the newest file in its folder is it.
 */
export const findCollectorLog = async (
  lines: readonly string[],
  dataDir: string,
): Promise<string | undefined> => {
  const folder = lines
    .map((line) => /Future log output will appear in directory "(.+)"/.exec(line)?.[1])
    .findLast(Boolean)
  if (folder === undefined) return undefined
  const current = await readFile(path.join(dataDir, 'current_logfiles'), 'utf8').catch(() => '')
  const named = /^stderr (.+)$/m.exec(current)?.[1]
  return named === undefined ? newestFile(path.resolve(dataDir, folder)) : path.resolve(dataDir, named)
}

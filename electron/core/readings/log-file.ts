import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where an instance may log to. */
export interface LogPlace {
  readonly dataDir: string
  /** What pg_ctl's -l gets; takes everything that the logging collector does not. */
  readonly logFile: string
}

/**
 * The file that the server logs to now: the logging collector's current one, else pg_ctl's.
 *
 * The server names it in `current_logfiles` (10 and newer; manual: "Error Reporting and Logging"); of an older or stopped
 * one the newest file in its log folder is taken if it is newer than pg_ctl's.
 */
export async function findLogFile(place: LogPlace): Promise<string> {
  const current = await readCurrentLogFile(place.dataDir)
  if (current !== undefined) return current
  const collected = await newestIn([path.join(place.dataDir, 'log'), path.join(place.dataDir, 'pg_log')])
  const own = await modifiedMs(place.logFile)
  return collected !== undefined && collected.modifiedMs > own ? collected.file : place.logFile
}

/** The plain-text one of `current_logfiles`: lines such as `stderr log/postgresql-2026-01-01_000000.log`. */
export function parseCurrentLogFiles(text: string): string | undefined {
  const line = text.split(/\r?\n/).find((candidate) => candidate.startsWith('stderr '))
  return line?.slice('stderr '.length)
}

async function readCurrentLogFile(dataDir: string): Promise<string | undefined> {
  const text = await readFile(path.join(dataDir, 'current_logfiles'), 'utf8').catch(() => '')
  const named = parseCurrentLogFiles(text)
  if (named === undefined) return undefined
  const file = path.resolve(dataDir, named)
  return (await modifiedMs(file)) < 0 ? undefined : file
}

async function newestIn(dirs: readonly string[]): Promise<{ file: string; modifiedMs: number } | undefined> {
  const lists = await Promise.all(
    dirs.map(async (dir) => {
      const names = await readdir(dir).catch(() => [])
      return names.filter((name) => name.endsWith('.log')).map((name) => path.join(dir, name))
    }),
  )
  const files = await Promise.all(
    lists.flat().map(async (file) => ({ file, modifiedMs: await modifiedMs(file) })),
  )
  return files.sort((a, b) => b.modifiedMs - a.modifiedMs)[0]
}

/** -1 when it is not there. */
async function modifiedMs(file: string): Promise<number> {
  return stat(file).then(
    (info) => info.mtimeMs,
    () => -1,
  )
}

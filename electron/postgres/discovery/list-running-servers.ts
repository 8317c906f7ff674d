import path from 'node:path'
import { listProcessesNamed, type NamedProcess } from '../../system/process/processes-named.ts'
import type { FoundPlace } from './found-place.ts'

/** Lists the data directories of the servers that run now, of any account; not on Windows. */
export const listRunningServers = async (): Promise<readonly FoundPlace[]> =>
  (await listProcessesNamed(/^(postgres|postmaster)$/)).flatMap((found) => placeOf(found) ?? [])

/**
 * Where a postmaster's data is: its working directory, where that may be known, else its -D. Its children have a title
 * (`postgres: checkpointer`) in place of a command. Null for those, and where neither is told.
 */
export function placeOf({
  command,
  workingDir,
}: Pick<NamedProcess, 'command' | 'workingDir'>): FoundPlace | null {
  const [program = '', ...args] = command
  if (program.startsWith('postgres:') || args.some((arg) => /^(-C|--describe-config)$/.test(arg))) return null
  const flag = args.findIndex((arg) => arg === '-D')
  const given = flag >= 0 ? args[flag + 1] : args.find((arg) => /^-D./.test(arg))?.slice(2)
  const dataDir = workingDir ?? given
  if (dataDir === undefined || !path.isAbsolute(dataDir)) return null
  const config = args
    .map((arg) => /^(?:--)?config_file=(.+)$/.exec(arg)?.[1])
    .find((file) => file !== undefined)
  const elsewhere = given !== undefined && path.resolve(given) !== dataDir
  return {
    dataDir,
    configFile: config ?? (elsewhere && path.isAbsolute(given) ? path.join(given, 'postgresql.conf') : null),
    version: /[/-](\d+(?:\.\d+)?)\/bin\/[^/]+$/.exec(program)?.[1] ?? null,
    port: null,
    source: 'process',
    label: nameOfFolder(dataDir),
  }
}

/** Its last folder that is not just called data. */
function nameOfFolder(dataDir: string): string {
  const folders = dataDir.split(path.sep).filter((folder) => folder !== '')
  return folders.findLast((folder) => folder !== 'data') ?? dataDir
}

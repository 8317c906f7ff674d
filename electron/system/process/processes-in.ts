import { readdir, readlink, realpath } from 'node:fs/promises'
import { readLiveProcStat, type ProcStat } from './linux-proc.ts'

/** Reads the working directory of a live process; undefined where the system does not tell it (Linux tells its own account's). */
export const readWorkingDirectory = (pid: number): Promise<string | undefined> =>
  readlink(`/proc/${pid}/cwd`).catch(() => undefined)

/** Whether two spellings name one folder. */
export const isSameFolder = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await Promise.all(
    [one, other].map((folder) => realpath(folder).catch(() => folder)),
  )
  return first === second
}

/** Lists the live processes whose working directory is `folder`; undefined where the system does not tell (all but Linux). */
export const listProcessesIn = async (folder: string): Promise<readonly ProcStat[] | undefined> => {
  if (process.platform !== 'linux') return undefined
  const own = await realpath(folder).catch(() => folder)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    pids.map(async (pid) => ((await readWorkingDirectory(pid)) === own ? readLiveProcStat(pid) : undefined)),
  )
  return found.filter((stat) => stat !== undefined)
}

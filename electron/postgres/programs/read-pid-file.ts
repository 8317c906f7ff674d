import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readProcessName } from '../../system/process/identity.ts'
import { isSameFolder, listProcessesIn, readWorkingDirectory } from '../../system/process/processes-in.ts'
import { createShortMemory } from '../../system/process/short-memory.ts'
import { mayExist } from '../../system/process/windows-processes.ts'
import { whileHeld } from '../../system/storage/while-held.ts'
import { parsePidFile, type PidFile, type PidFileProblem } from '../facts/pid-file.ts'
import { forgetStart, hasStartedAsNoted } from './noted-start.ts'

const serverProgram = /^(postgres|postmaster)(\.exe)?$/i
/** Short, for where the files of a server are closed to us Windows answers the same each time. */
const RETRY_FOR_MS = 200

/** Reads postmaster.pid; undefined when there is none, which is how a server that was stopped leaves its directory. */
export const readPidFile = async (dataDir: string): Promise<PidFile | PidFileProblem | undefined> => {
  try {
    const file = path.join(dataDir, 'postmaster.pid')
    return parsePidFile(await whileHeld(() => readFile(file, 'utf8'), { forMs: RETRY_FOR_MS }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/**
 * Pids of servers that were seen on Windows, where each look at a name starts a program. Of others nothing is remembered:
 * the pid of a program that has ended, such as pg_ctl, may be the next server's.
 */
const seenServers = createShortMemory<number, true>(60_000)

const isServerProgram = async (pid: number): Promise<boolean> => {
  if (seenServers.get(pid) === true && mayExist(pid)) return true
  seenServers.forget(pid)
  const found = await readProcessName(pid)
  const isServer = found !== undefined && serverProgram.test(found.name)
  if (isServer && process.platform === 'win32') seenServers.set(pid, true)
  return isServer
}

/**
 * Whether a pid belongs to a live server of this very data directory: not a zombie, not another program that got an old
 * pid, and not another cluster's server that got it (after a crash, or a new start of a container).
 *
 * The last is told by the working directory, which is a server's data directory before it writes its pid file. Only
 * Linux tells it, and only of the own account's processes. On Windows `notedStart`, which an old pid file has from its
 * server, is compared with the start of the process; elsewhere the name of the program has to do.
 */
export const isServerProcess = async (pid: number, dataDir: string, notedStart?: Date): Promise<boolean> => {
  if (!(await isServerProgram(pid))) {
    forgetStart(pid)
    return false
  }
  if (notedStart !== undefined && !(await hasStartedAsNoted(pid, notedStart))) return false
  const workingDir = await readWorkingDirectory(pid)
  return workingDir === undefined || isSameFolder(workingDir, dataDir)
}

/** Reads the pid file of a server that runs on this data directory; undefined when none does, whatever files a crash left. */
export const readLiveServer = async (dataDir: string): Promise<PidFile | undefined> => {
  const file = await readPidFile(dataDir)
  if (file === undefined || 'problem' in file) return undefined
  return (await isServerProcess(file.pid, dataDir, file.startedAt)) ? file : undefined
}

/** Whether a server runs on this data directory. */
export const isServerAlive = async (dataDir: string): Promise<boolean> =>
  (await readLiveServer(dataDir)) !== undefined

/**
 * Lists the server processes, postmaster or not, that are at work in a data directory; undefined where the system does
 * not tell (all but Linux). Without a postmaster these are what a crash left: they end with their statement.
 */
export const listServerProcesses = async (dataDir: string): Promise<readonly number[] | undefined> =>
  (await listProcessesIn(dataDir))?.filter(({ name }) => serverProgram.test(name)).map(({ pid }) => pid)

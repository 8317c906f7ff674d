import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readProcessName } from '../../system/process/identity.ts'
import { isSameFolder, listProcessesIn, readWorkingDirectory } from '../../system/process/processes-in.ts'
import { parsePidFile, type PidFile, type PidFileProblem } from '../facts/pid-file.ts'

const serverProgram = /^(postgres|postmaster)(\.exe)?$/i

/** Reads postmaster.pid; undefined when there is none, which is how a server that was stopped leaves its directory. */
export const readPidFile = async (dataDir: string): Promise<PidFile | PidFileProblem | undefined> => {
  try {
    return parsePidFile(await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/**
 * Whether a pid belongs to a live server of this very data directory: not a zombie, not another program that got an old
 * pid, and not another cluster's server that got it (after a crash, or a new start of a container).
 *
 * The last is told by the working directory, which is a server's data directory before it writes its pid file. Only
 * Linux tells it, and only of the own account's processes; elsewhere the name of the program has to do.
 */
export const isServerProcess = async (pid: number, dataDir: string): Promise<boolean> => {
  const found = await readProcessName(pid)
  if (found === undefined || !serverProgram.test(found.name)) return false
  const workingDir = await readWorkingDirectory(pid)
  return workingDir === undefined || isSameFolder(workingDir, dataDir)
}

/** Reads the pid file of a server that runs on this data directory; undefined when none does, whatever files a crash left. */
export const readLiveServer = async (dataDir: string): Promise<PidFile | undefined> => {
  const file = await readPidFile(dataDir)
  if (file === undefined || 'problem' in file) return undefined
  return (await isServerProcess(file.pid, dataDir)) ? file : undefined
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

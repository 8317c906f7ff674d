import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readProcessName } from '../../system/process/identity.ts'
import { parsePidFile, type PidFile, type PidFileProblem } from '../facts/pid-file.ts'

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

/** Whether a pid belongs to a live PostgreSQL server program: not a zombie, and not another program that got an old pid. */
export const isPostgresProcess = async (pid: number): Promise<boolean> => {
  const found = await readProcessName(pid)
  return found !== undefined && /^(postgres|postmaster)(\.exe)?$/i.test(found.name)
}

/** Reads the pid file of a server that runs on this data directory; undefined when none does, whatever files a crash left. */
export const readLiveServer = async (dataDir: string): Promise<PidFile | undefined> => {
  const file = await readPidFile(dataDir)
  if (file === undefined || 'problem' in file) return undefined
  return (await isPostgresProcess(file.pid)) ? file : undefined
}

/** Whether a server runs on this data directory. */
export const isServerAlive = async (dataDir: string): Promise<boolean> =>
  (await readLiveServer(dataDir)) !== undefined

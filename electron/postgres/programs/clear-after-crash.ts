import { readFile, unlink } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { parsePidFile } from '../facts/pid-file.ts'
import { isServerProcess, listServerProcesses, readLiveServer } from './read-pid-file.ts'

export interface ClearOptions {
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
}

/** `held`: these processes of the server that crashed are still at work. */
export type Clearing =
  { readonly state: 'clear' } | { readonly state: 'held'; readonly pids: readonly number[] }

/**
 * Makes way for a start after a crash: waits until no process of the dead server is at work in the data directory, then
 * removes those of its lock files that the new server would not dare to remove. Ends no process.
 *
 * A server looks at its old postmaster.pid only with kill(pid, 0). It takes a zombie for its predecessor (where nothing
 * reaps, each killed server stays as one), and any program of this account that got the old pid. While children of the
 * dead one are at work it refuses as well: they share its memory. On systems that don't list processes by folder (all
 * but Linux) nothing is waited for or removed. The files stay unless they read the same once more just before.
 */
export const clearAfterCrash = async (
  dataDir: string,
  { deadlineMs, signal }: ClearOptions,
): Promise<Clearing> => {
  const pidPath = path.join(dataDir, 'postmaster.pid')
  const text = await readText(pidPath)
  if (text === undefined || (await readLiveServer(dataDir)) !== undefined) return { state: 'clear' }
  const deadline = Date.now() + deadlineMs
  for (;;) {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
    const pids = await listServerProcesses(dataDir)
    if (pids === undefined) return { state: 'clear' }
    if (pids.length === 0) break
    if (Date.now() > deadline) return { state: 'held', pids }
    await sleep(50)
  }
  const file = parsePidFile(text)
  if ('problem' in file) return { state: 'clear' }
  await removeStaleLock(pidPath, dataDir)
  if (file.socketDir !== null)
    await removeStaleLock(path.join(file.socketDir, `.s.PGSQL.${file.port}.lock`), dataDir)
  return { state: 'clear' }
}

/** Removes a lock file of this data directory's dead server if only its pid, now a zombie's or another program's, is in the way. */
export const removeStaleLock = async (lockFile: string, dataDir: string): Promise<boolean> => {
  const text = await readText(lockFile)
  if (text === undefined) return false
  const lock = parsePidFile(text)
  if ('problem' in lock || path.resolve(lock.dataDir) !== path.resolve(dataDir)) return false
  if (!answersSignals(lock.pid) || (await isServerProcess(lock.pid, dataDir))) return false
  if ((await listServerProcesses(dataDir))?.length !== 0 || (await readText(lockFile)) !== text) return false
  await unlink(lockFile)
  return true
}

const readText = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)

/** As a starting server asks: what it may not signal is another account's, and it takes that for gone. */
const answersSignals = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { runProgram } from '../../system/process/run-program.ts'
import { programPath } from '../installations/installation.ts'
import { programEnv } from './program-env.ts'
import { isServerProcess, readLiveServer } from './read-pid-file.ts'
import { refuseUnsafePaths } from './refuse-unsafe-paths.ts'

/** A data directory and the programs that go with it. */
export interface ServerPlace {
  readonly binDir: string
  readonly dataDir: string
}

export interface StopOptions {
  readonly mode: 'smart' | 'fast' | 'immediate'
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Called again and again while the server has been told to stop and has not yet. */
  readonly whileWaiting?: () => Promise<void>
}

export type StopOutcome =
  | { readonly state: 'stopped' }
  | { readonly state: 'not-running' }
  /** It was told to stop and has not yet: a smart stop waits for sessions, any other for its checkpoint. */
  | { readonly state: 'still-stopping'; readonly pid: number }

/**
 * Stops a server by `pg_ctl stop` and waits until its process is gone; never by ending the process.
 *
 * A zombie is gone: where nothing reaps, stopped servers stay as zombies. Cancelling stops the waiting, not the stop.
 * A server without a live process is `not-running`, though a crash may have left its pid file.
 */
export const stopServer = async (
  { binDir, dataDir }: ServerPlace,
  { mode, timeoutMs, signal, whileWaiting }: StopOptions,
): Promise<StopOutcome> => {
  const running = await readLiveServer(dataDir)
  if (running === undefined) return { state: 'not-running' }
  const { pid } = running
  refuseUnsafePaths(dataDir, binDir)
  try {
    await runProgram(programPath(binDir, 'pg_ctl'), ['stop', '-W', '-s', '-m', mode, '-D', dataDir], {
      timeoutMs: 60_000,
      env: programEnv(binDir),
    })
  } catch (error) {
    // It may have ended by itself just before.
    if ((await readLiveServer(dataDir)) !== undefined) throw error
  }
  const deadline = Date.now() + timeoutMs
  for (let pauseMs = 10; await isServerProcess(pid, dataDir); pauseMs = Math.min(pauseMs * 1.3, 200)) {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
    if (Date.now() > deadline) return { state: 'still-stopping', pid }
    await whileWaiting?.()
    await sleep(pauseMs)
  }
  return { state: 'stopped' }
}

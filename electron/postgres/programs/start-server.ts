import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import { runProgram } from '../../system/process/run-program.ts'
import type { PidFile } from '../facts/pid-file.ts'
import { programPath } from '../installations/installation.ts'
import { clearAfterCrash, removeStaleLock } from './clear-after-crash.ts'
import { findStartDir, type StartPlace } from './config-dir.ts'
import { pingServer } from './ping-server.ts'
import { programEnv } from './program-env.ts'
import { isServerProcess, readLiveServer, readPidFile } from './read-pid-file.ts'
import { refuseUnsafePaths } from './refuse-unsafe-paths.ts'
import { ensureServerLog, findCollectorLog, readLogLines, readLogSize } from './server-log.ts'
import { findObstacle, pickReason, saysFatal } from './start-failure.ts'

export interface StartRequest extends StartPlace {
  readonly major: Major
  /** Outside the data directory; appended to. */
  readonly logFile: string
}

export interface StartOptions {
  /** How long to watch; the server goes on starting afterwards. */
  readonly deadlineMs: number
  readonly signal?: AbortSignal
  /** pg_ctl has let it go; what it says follows. */
  readonly onLaunched?: () => Promise<void>
  /** New lines of the log while it starts. */
  readonly onLine?: (line: string) => void
}

export type StartOutcome =
  /** `standby`: it runs, but lets nobody in (hot_standby = off). `alreadyRunning`: nothing was started. */
  | {
      readonly state: 'ready' | 'standby'
      readonly pid: number
      readonly port: number
      readonly alreadyRunning: boolean
    }
  /** It ended by itself. `reason` is the line that says most; the tail is of its log, wherever it wrote. */
  | { readonly state: 'failed'; readonly reason: string | null; readonly logTail: readonly string[] }
  /** It lives and still replays, or nothing at all was heard of it (`pid` null). */
  | { readonly state: 'still-starting'; readonly pid: number | null; readonly logTail: readonly string[] }

/** A pid file that comes and goes: so long no sign of life, and a log that says why, is the end. */
const settleMs = 150
/** How long the processes of a server that crashed are waited for; each ends with its statement. */
const lingerMs = 15_000
/** Nothing in the pid file and something in the log that is no known last word: so long, and it is taken for one. */
const silenceMs = 8000
const tailLines = 30

const readyState = async (file: PidFile, major: Major): Promise<'ready' | 'standby' | undefined> => {
  if (file.status === 'ready' || file.status === 'standby') return file.status
  if (major >= 10 || file.socketDir === null) return undefined
  const answer = await pingServer({ host: '127.0.0.1', port: file.port, user: 'postgres' })
  return answer === 'ready' ? 'ready' : undefined
}

const readTail = async ({ logFile, dataDir }: StartRequest, fromByte: number) => {
  const lines = await readLogLines(logFile, fromByte)
  const collector = await findCollectorLog(lines, dataDir)
  const more = collector === undefined ? [] : await readLogLines(collector, 0)
  return [...lines, ...more].slice(-tailLines)
}

/**
 * Starts a server with `pg_ctl start -W` and watches what becomes of it: postmaster.pid, its process, its log.
 *
 * pg_ctl's own waiting proves nothing (a standby without its primary times out with 1 and runs on), so pg_ctl returns at
 * once. It gets no pipes: the server would inherit them and they would never close. Cancelling stops the watching with
 * `cancelled` and leaves the server to whoever undoes the step. After a crash, what is left of the dead server is waited
 * for and its lock files are cleared, see `clearAfterCrash`. Throws `path-not-safe`, `server-log-not-writable`,
 * `configuration-not-startable`, `crashed-server-lingers`, or `program-failed` when pg_ctl itself refuses (as root, or
 * without the files).
 */
export const startServer = async (request: StartRequest, options: StartOptions): Promise<StartOutcome> => {
  const { binDir, dataDir, logFile, major } = request
  const running = await readLiveServer(dataDir)
  if (running !== undefined && !running.singleUser) {
    const state = await readyState(running, major)
    const { pid, port } = running
    if (state !== undefined) return { state, pid, port, alreadyRunning: true }
    const fromByte = await readLogSize(logFile)
    return watch(request, options, { fromByte, before: null, alreadyRunning: true })
  }
  const startDir = await findStartDir(request)
  refuseUnsafePaths(startDir, logFile, binDir)
  const waitMs = Math.min(options.deadlineMs, lingerMs)
  const deadline = Date.now() + waitMs
  const lingers = (pids: string) =>
    new PgTandemError('crashed-server-lingers', { dataDir, pids, seconds: Math.ceil(waitMs / 1000) })
  for (;;) {
    const cleared = await clearAfterCrash(dataDir, {
      deadlineMs: deadline - Date.now(),
      signal: options.signal,
    })
    if (cleared.state === 'held') throw lingers(cleared.pids.join(', '))
    const outcome = await startOnce(request, options, startDir)
    const obstacle = outcome.state === 'failed' ? findObstacle(outcome.logTail) : undefined
    if (obstacle === undefined) return outcome
    if (obstacle !== 'memory' && !(await removeStaleLock(obstacle.lockFile, dataDir))) return outcome
    if (Date.now() > deadline) {
      if (obstacle === 'memory') throw lingers('?')
      return outcome
    }
    await sleep(200)
  }
}

const startOnce = async (
  request: StartRequest,
  options: StartOptions,
  startDir: string,
): Promise<StartOutcome> => {
  const { binDir, dataDir, logFile } = request
  const fromByte = await ensureServerLog(logFile)
  const stale = await readPidFile(dataDir)
  const before = stale === undefined || 'problem' in stale ? null : stale
  await runProgram(programPath(binDir, 'pg_ctl'), ['start', '-W', '-s', '-D', startDir, '-l', logFile], {
    stdio: 'ignore',
    timeoutMs: 60_000,
    env: programEnv(binDir),
  })
  await options.onLaunched?.()
  return watch(request, options, { fromByte, before, alreadyRunning: false })
}

interface Beginning {
  readonly fromByte: number
  /** What a crash left: not ours. */
  readonly before: PidFile | null
  readonly alreadyRunning: boolean
}

const isSame = (file: PidFile, before: PidFile | null) =>
  before !== null && file.pid === before.pid && file.startedAt.getTime() === before.startedAt.getTime()

const watch = async (
  request: StartRequest,
  { deadlineMs, signal, onLine }: StartOptions,
  { fromByte, before, alreadyRunning }: Beginning,
): Promise<StartOutcome> => {
  const startedAt = Date.now()
  let lastSignAt = startedAt
  let seenLines = 0
  let pid: number | null = null
  for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 1.3, 100)) {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
    const file = await readPidFile(request.dataDir)
    const ours = file !== undefined && !('problem' in file) && !isSame(file, before) ? file : undefined
    const alive = ours !== undefined && (await isServerProcess(ours.pid, request.dataDir))
    if (ours !== undefined && alive) {
      pid = ours.pid
      lastSignAt = Date.now()
      const state = await readyState(ours, request.major)
      if (state !== undefined) return { state, pid, port: ours.port, alreadyRunning }
    }
    const lines = await readLogLines(request.logFile, fromByte)
    for (const line of lines.slice(seenLines)) onLine?.(line)
    if (lines.length !== seenLines) lastSignAt = Math.max(lastSignAt, Date.now() - settleMs)
    seenLines = Math.max(seenLines, lines.length)
    const silentMs = Date.now() - lastSignAt
    const over = pid !== null || saysFatal(lines)
    if (!alive && silentMs > (over ? settleMs : silenceMs) && (over || lines.length > 0)) {
      const logTail = await readTail(request, fromByte)
      return { state: 'failed', reason: pickReason(logTail), logTail }
    }
    if (Date.now() - startedAt > deadlineMs)
      return { state: 'still-starting', pid, logTail: await readTail(request, fromByte) }
    await sleep(pauseMs, undefined, { ref: true })
  }
}

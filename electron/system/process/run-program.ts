import { stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { listChildren } from './children.ts'
import { buildEnvironment } from './environment.ts'
import { readIdentity, type ProcessIdentity } from './identity.ts'
import {
  programFailed,
  programKilled,
  programNotStarted,
  programTimedOut,
  redactText,
} from './program-failure.ts'
import { captureStream } from './stream-capture.ts'
import { terminateProcess } from './terminate.ts'

/** How to run a program. */
export interface RunOptions {
  /** Default: the root of the file system, so that no program keeps a directory of the user's busy. */
  readonly cwd?: string
  /** On top of the inherited environment; see `buildEnvironment`. */
  readonly env?: Readonly<Record<string, string>>
  /** Standard input; empty when absent. */
  readonly input?: string
  /** Ends the program and throws `program-timed-out`. */
  readonly timeoutMs?: number
  /** Throws `cancelled` once the program has ended (or at once with `killOnAbort: false`). */
  readonly signal?: AbortSignal
  /** `ignore` gives the program no pipes: `pg_ctl start` hands its own to the server, and they would never close. */
  readonly stdio?: 'capture' | 'ignore'
  /** Default `[0]`. */
  readonly expectedExitCodes?: readonly number[]
  /** Each line of output while it runs, redacted. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Called once while it runs; when it throws, the program is ended. Not called for one that ended before it could be seen. */
  readonly onSpawn?: (identity: ProcessIdentity) => void | Promise<void>
  /** Replaced by `***` in lines and errors; the result itself is left as it is. */
  readonly redact?: readonly string[]
  /** Default true: SIGTERM, and SIGKILL after `killGraceMs`. With false an aborted program goes on by itself. */
  readonly killOnAbort?: boolean
  /** Default 5000. */
  readonly killGraceMs?: number
  /** Also end what the program started (`pg_basebackup -X stream` forks). Never for pg_ctl: its child is the server. */
  readonly killChildren?: boolean
}

/** What a program said, the last megabyte of each stream; empty with `stdio: 'ignore'`. */
export interface ProgramResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

type Stop = { readonly kind: 'aborted' } | { readonly kind: 'timeout' }

const isAborted = (signal: AbortSignal | undefined) => signal?.aborted === true

const ensureDirectory = async (directory: string) => {
  const found = await stat(directory).catch(() => undefined)
  if (found?.isDirectory() !== true) throw new PgTandemError('working-directory-missing', { path: directory })
}

interface Exit {
  readonly code: number | null
  readonly signal: string | null
}

const spawnProgram = (program: string, args: readonly string[], options: RunOptions) => {
  const output = options.stdio === 'ignore' ? 'ignore' : 'pipe'
  return execa(program, args, {
    cwd: options.cwd ?? path.parse(os.tmpdir()).root,
    env: buildEnvironment(options.env),
    extendEnv: false,
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    stdout: output,
    stderr: output,
    buffer: false,
    encoding: 'buffer',
    reject: false,
    cleanup: false,
    windowsHide: true,
    forceKillAfterDelay: options.killGraceMs ?? 5000,
  })
}

type Subprocess = ReturnType<typeof spawnProgram>

const watchExit = async (child: Subprocess): Promise<Exit | Error> => {
  const events = new Promise<Exit | Error>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', resolve)
  })
  if (child.pid !== undefined) return events
  // execa answers without events when it could not even try to start the program.
  const { cause } = await child
  return cause instanceof Error ? cause : events
}

const watchStop = (signal: AbortSignal | undefined, timeoutMs: number | undefined) => {
  const cleanUp: (() => void)[] = []
  const stopped = new Promise<Stop>((resolve) => {
    const onAbort = () => resolve({ kind: 'aborted' })
    signal?.addEventListener('abort', onAbort, { once: true })
    cleanUp.push(() => signal?.removeEventListener('abort', onAbort))
    if (timeoutMs === undefined) return
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), timeoutMs)
    cleanUp.push(() => clearTimeout(timer))
  })
  return { stopped, dispose: () => cleanUp.forEach((undo) => undo()) }
}

const endProgram = async (child: Subprocess, options: RunOptions, exited: Promise<unknown>) => {
  const { killChildren = false, killGraceMs = 5000 } = options
  const rows = killChildren && child.pid !== undefined ? await listChildren(child.pid) : []
  const below = await Promise.all(rows.map((row) => readIdentity(row.pid)))
  child.kill('SIGTERM')
  await exited
  for (const identity of below)
    if (identity !== undefined) await terminateProcess(identity, { graceMs: killGraceMs })
}

/**
 * Runs a program to its end and returns what it said.
 *
 * Never through a shell. It waits for the program's exit, not for its pipes to close. A program that ends in an expected
 * way just as it is cancelled counts as cancelled. Our own end does not end it: journals hold its identity.
 *
 * Throws `program-failed`, `program-crashed`, `program-missing-runtime`, `program-killed`, `program-timed-out`,
 * `program-missing`, `program-not-executable`, `program-not-started`, `working-directory-missing` or `cancelled`.
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<ProgramResult> => {
  const { signal, timeoutMs, redact = [], onLine, expectedExitCodes = [0] } = options
  if (isAborted(signal)) throw new PgTandemError('cancelled')
  if (options.cwd !== undefined) await ensureDirectory(options.cwd)
  const child = spawnProgram(program, args, options)
  const lines = (stream: 'stdout' | 'stderr') =>
    onLine && ((line: string) => onLine(redactText(line, redact), stream))
  const stdout = captureStream(child.stdout, lines('stdout'))
  const stderr = captureStream(child.stderr, lines('stderr'))

  const exited = watchExit(child)
  const end = () => endProgram(child, options, exited)
  const stop = watchStop(signal, timeoutMs)

  try {
    if (options.onSpawn !== undefined && child.pid !== undefined) {
      const identity = await readIdentity(child.pid)
      try {
        if (identity !== undefined) await options.onSpawn(identity)
      } catch (error) {
        await end()
        throw error
      }
    }
    const first = await Promise.race([exited, stop.stopped])
    if ('kind' in first) {
      if (first.kind === 'aborted' && options.killOnAbort === false) {
        child.unref()
        stdout.unref()
        stderr.unref()
        throw new PgTandemError('cancelled')
      }
      await end()
    }
    const exit = await exited
    const run = {
      program,
      args,
      redact,
      stdout: await stdout.finish(),
      stderr: await stderr.finish(),
    }
    if (exit instanceof Error) throw programNotStarted(run, exit)
    if (isAborted(signal)) throw new PgTandemError('cancelled')
    if ('kind' in first) throw programTimedOut(run, timeoutMs ?? 0)
    if (exit.code === null) throw programKilled(run, exit.signal ?? 'unknown')
    if (!expectedExitCodes.includes(exit.code)) throw programFailed(run, exit.code)
    return { exitCode: exit.code, stdout: run.stdout, stderr: run.stderr }
  } finally {
    stop.dispose()
  }
}

import { spawn } from 'node:child_process'
import { fstatSync } from 'node:fs'
import { buildEnvironment } from './environment.ts'

const STDOUT = 1

export interface ReaderWatch {
  close(): void
}

/**
 * Calls `onGone` when the process at the other end of stdout goes away (`… | head`), where that can be known.
 *
 * Node hears of it only at its next write, which may be hours away. GNU tail (8.28 and later) waits for just that and then
 * dies of SIGPIPE; `--pid` ends it with this process. Another tail, none, or a stdout that is no pipe: never called.
 */
export function watchReader(onGone: () => void): ReaderWatch {
  if (process.platform === 'win32' || !fstatSync(STDOUT).isFIFO()) return { close: () => undefined }
  const child = spawn('tail', ['-f', '/dev/null', `--pid=${String(process.pid)}`], {
    stdio: ['ignore', 'inherit', 'ignore'],
    env: buildEnvironment(),
  })
  child.on('error', () => undefined)
  child.on('exit', (_code, signal) => {
    if (signal === 'SIGPIPE') onGone()
  })
  child.unref()
  return { close: () => void child.kill() }
}

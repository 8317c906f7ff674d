import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildEnvironment } from './environment.ts'
import { decodeOutput } from './decode-output.ts'

/** Windows refuses to start a program while a scanner looks at it. */
const AGAIN_AFTER_MS = 100
/** What a tool said is there soon after its end; a service that it started may hold its pipes for ever. */
const LATE_OUTPUT_MS = 500

/** Undefined where the tool is missing or too slow; rejects where the system refuses to start it. */
const runTool = (program: string, args: readonly string[], timeoutMs: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const options = {
      // Two sessions with different time zones must read the same start time of a process.
      env: buildEnvironment({ TZ: 'UTC' }),
      encoding: 'buffer',
      maxBuffer: 16 * 1024 * 1024,
      timeout: timeoutMs,
      windowsHide: true,
    } as const
    const child = execFile(program, [...args], options, (error, stdout) => {
      const notRun = error !== null && (typeof error.code === 'string' || error.killed === true)
      resolve(notRun ? undefined : decodeOutput(stdout))
    })
    const letGo = () => [child.stdout, child.stderr].forEach((stream) => stream?.destroy())
    child.once('exit', () => setTimeout(letGo, LATE_OUTPUT_MS).unref())
  })

/**
 * What a tool of the operating system (`ps`, `lsof`, `tasklist`, …) prints, whatever its exit code; undefined where the
 * tool is missing, is not to be started, or says nothing within `timeoutMs`. Times are UTC.
 */
export const readTool = (
  program: string,
  args: readonly string[],
  timeoutMs = 15_000,
): Promise<string | undefined> =>
  runTool(program, args, timeoutMs).catch(async () => {
    await sleep(AGAIN_AFTER_MS)
    return runTool(program, args, timeoutMs).catch(() => undefined)
  })

import { execFile } from 'node:child_process'
import { buildEnvironment } from './environment.ts'
import { decodeOutput } from './decode-output.ts'

/**
 * What a tool of the operating system (`ps`, `lsof`, `tasklist`, …) prints, whatever its exit code; undefined where the
 * tool is missing or says nothing within `timeoutMs`.
 *
 * Times are UTC: two sessions with different time zones must read the same start time of a process.
 */
export const readTool = (
  program: string,
  args: readonly string[],
  timeoutMs = 15_000,
): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(
      program,
      [...args],
      {
        env: buildEnvironment({ TZ: 'UTC' }),
        encoding: 'buffer',
        maxBuffer: 16 * 1024 * 1024,
        timeout: timeoutMs,
        windowsHide: true,
      },
      (error, stdout) => {
        const notRun = error !== null && (typeof error.code === 'string' || error.killed === true)
        resolve(notRun ? undefined : decodeOutput(stdout))
      },
    )
  })

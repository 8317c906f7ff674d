import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { readTool } from '../process/read-tool.ts'
import { runProgram } from '../process/run-program.ts'

export type WindowsServiceState = 'stopped' | 'starting' | 'stopping' | 'running' | 'unknown'

const states: Readonly<Record<string, WindowsServiceState>> = {
  STOPPED: 'stopped',
  START_PENDING: 'starting',
  STOP_PENDING: 'stopping',
  RUNNING: 'running',
}

/** The state in what `sc query NAME` prints; its labels are translated in some languages, the names of states in none. */
export const parseServiceState = (text: string): WindowsServiceState =>
  states[/:\s+\d\s+(STOPPED|START_PENDING|STOP_PENDING|RUNNING)\b/.exec(text)?.[1] ?? ''] ?? 'unknown'

/** Reads what a service does now; `unknown` for one that is not there. */
export const readServiceState = async (service: string): Promise<WindowsServiceState> =>
  parseServiceState((await readTool('sc.exe', ['query', service])) ?? '')

/**
 * What an exit code of sc.exe, which is a Windows error number, means for a person. Source: Microsoft, "System Error Codes".
 *
 * The number is kept beside the sentence for who looks it up; it is never all there is.
 */
export const serviceFailure = (
  service: string,
  action: 'start' | 'stop',
  exitCode: number,
): PgTandemError => {
  const params = { service, number: exitCode }
  switch (exitCode) {
    case 5:
      return new PgTandemError('service-not-permitted', params)
    case 1058:
      return new PgTandemError('service-disabled', params)
    case 1060:
      return new PgTandemError('service-missing', params)
    case 1069:
      return new PgTandemError('service-logon-failed', params)
    default:
      return new PgTandemError(action === 'start' ? 'service-not-started' : 'service-not-stopped', params)
  }
}

const wanted = { start: 'running', stop: 'stopped' } as const
/** It is already as it should be: "An instance of the service is already running", "The service has not been started". */
const isSoAlready = { start: 1056, stop: 1062 } as const
/** "The service did not respond in time": it may yet. */
const SLOW = 1053

/** The exit code of `sc.exe`: 0, or the number of a Windows error. */
const runSc = async (action: 'start' | 'stop', service: string): Promise<number> => {
  try {
    return (await runProgram('sc.exe', [action, service], { timeoutMs: 60_000 })).exitCode
  } catch (error) {
    const failed = error instanceof PgTandemError && error.code === 'program-failed'
    const exitCode = failed ? error.params['exitCode'] : undefined
    if (typeof exitCode !== 'number') throw error
    return exitCode
  }
}

/** Starts or stops a service and waits until it says so. Throws the codes of `serviceFailure`, or `cancelled`. */
export const controlService = async (
  service: string,
  action: 'start' | 'stop',
  { deadlineMs, signal }: { readonly deadlineMs: number; readonly signal?: AbortSignal },
): Promise<void> => {
  const exitCode = await runSc(action, service)
  const isUnderWay = exitCode === 0 || exitCode === isSoAlready[action] || exitCode === SLOW
  if (!isUnderWay) throw serviceFailure(service, action, exitCode)
  const deadline = Date.now() + deadlineMs
  for (let state = await readServiceState(service); state !== wanted[action];) {
    if (signal?.aborted === true) throw new PgTandemError('cancelled')
    const hasFailed = action === 'start' && state === 'stopped'
    if (hasFailed || Date.now() > deadline)
      throw serviceFailure(service, action, exitCode === 0 ? 1053 : exitCode)
    await sleep(200)
    state = await readServiceState(service)
  }
}

const ADMINISTRATOR_LEVELS = /\bS-1-16-(?:12288|16384)\b/

/** Whether a shell is elevated, by what `whoami /groups` prints in it: the level has a number in every language. */
export const parseIsElevated = (text: string): boolean => ADMINISTRATOR_LEVELS.test(text)

/** Reads whether this program was started as administrator. */
export const readIsElevated = async (): Promise<boolean> =>
  parseIsElevated((await readTool('whoami.exe', ['/groups', '/fo', 'csv', '/nh'])) ?? '')

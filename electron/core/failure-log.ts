import { join } from 'node:path'
import type { JobEvent } from '../../shared/model/job.ts'
import type { JobOptions } from './plan/job/run-job.ts'

/** Where failures of jobs are written down in full: the same file for every face. */
export const logFileOf = (home: string): string => join(home, 'logs', 'pgtandem.log')

/**
 * Runs a job and logs what fails in it, with the failing program's own words, before the outcome is handed on.
 *
 * The logger is loaded when the first failure happens: most commands never need it.
 */
export async function withFailureLog<T>(
  home: string,
  options: JobOptions,
  run: (options: JobOptions) => Promise<T>,
): Promise<T> {
  const failures: JobEvent[] = []
  let job = ''
  const onEvent = (event: JobEvent): void => {
    if (event.kind === 'job-started') job = event.job
    if (event.kind === 'step-failed' || event.kind === 'undo-failed') failures.push(event)
    options.onEvent?.(event)
  }
  try {
    return await run({ ...options, onEvent })
  } finally {
    if (failures.length > 0) await writeFailures(home, job, failures)
  }
}

async function writeFailures(home: string, job: string, failures: readonly JobEvent[]): Promise<void> {
  const { createLogger } = await import('../system/logging/logger.ts')
  const log = createLogger({ file: logFileOf(home) })
  for (const failure of failures) {
    if (!('error' in failure)) continue
    const { kind, step, error } = failure
    log.error(
      { job, step, code: error.code, params: error.params, details: error.details },
      `${kind}: ${error.message}`,
    )
  }
  log.close()
}

/** Writes down a failure that no user can cause, and where it happened. Never fails: there is nobody left to tell. */
export async function logBug(home: string, error: unknown, where: string): Promise<void> {
  try {
    const { createLogger } = await import('../system/logging/logger.ts')
    const log = createLogger({ file: logFileOf(home) })
    log.error({ err: error, where }, 'unexpected')
    log.close()
  } catch {
    return
  }
}

import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

const LAST_LINES = 20

/** Replaces each of `secrets` in a text by `***`. */
export const redactText = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, '***')), text)

/** What is known of a run when it fails. */
export interface FailedRun {
  readonly program: string
  readonly args: readonly string[]
  readonly redact: readonly string[]
  readonly stdout: string
  readonly stderr: string
}

const detailsOf = (run: FailedRun, exitCode: number | null) => {
  const said = run.stderr.trim() === '' ? run.stdout : run.stderr
  const lines = said.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return {
    program: run.program,
    args: run.args.map((arg) => redactText(arg, run.redact)),
    exitCode,
    lastLines: lines.slice(-LAST_LINES).map((line) => redactText(line.trimEnd(), run.redact)),
  }
}

/** Of these Windows makes exit codes: STATUS_ACCESS_VIOLATION, STATUS_DLL_INIT_FAILED, … */
const FIRST_EXCEPTION = 0xc0000000
/** Its loader found a library nowhere: the program never began. */
const STATUS_DLL_NOT_FOUND = 0xc0000135

/**
 * `program-failed`: the program ended with a code that its caller did not expect; `program-crashed`: with an exception of
 * Windows; `program-missing-runtime`: with the one for a library that is missing.
 */
export const programFailed = (run: FailedRun, exitCode: number): PgTandemError => {
  const details = detailsOf(run, exitCode)
  const { lastLines } = details
  const { program } = run
  const status = exitCode >>> 0
  if (status >= FIRST_EXCEPTION) {
    const exception = `0x${status.toString(16).toUpperCase()}`
    const code = status === STATUS_DLL_NOT_FOUND ? 'program-missing-runtime' : 'program-crashed'
    return new PgTandemError(code, { program, exception }, details)
  }
  const telling = lastLines.find((line) => /\b(error|fatal|panic)\b/i.test(line))
  const lastLine = telling ?? lastLines.at(-1) ?? '—'
  return new PgTandemError('program-failed', { program, exitCode, lastLine }, details)
}

/** `program-killed`: a signal ended the program (a crash, the out-of-memory killer, or a person). */
export const programKilled = (run: FailedRun, signal: string): PgTandemError =>
  new PgTandemError('program-killed', { program: run.program, signal }, detailsOf(run, null))

/** `program-timed-out`: it was ended because it took longer than its caller allows. */
export const programTimedOut = (run: FailedRun, timeoutMs: number): PgTandemError =>
  new PgTandemError(
    'program-timed-out',
    { program: run.program, seconds: Math.round(timeoutMs / 1000) },
    detailsOf(run, null),
  )

/** `program-missing`, `program-not-executable` or `program-not-started`: the operating system could not start it. */
export const programNotStarted = (run: FailedRun, error: NodeJS.ErrnoException): PgTandemError => {
  const details = { program: run.program, args: detailsOf(run, null).args }
  if (error.code === 'ENOENT')
    return new PgTandemError('program-missing', { program: run.program }, details, { cause: error })
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new PgTandemError('program-not-executable', { program: run.program }, details, {
      cause: error,
    })
  const reason = error.code ?? redactText(error.message, run.redact)
  return new PgTandemError('program-not-started', { program: run.program, reason }, details, {
    cause: error,
  })
}

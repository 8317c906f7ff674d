import type { ErrorCode } from '../../../../shared/errors/pgtandem-error.ts'
import { errorsOperations } from '../../../../shared/i18n/en/errors-operations.ts'

/** What the program ends with; scripts rely on these. */
export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3, cancelled: 130 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const usage: ReadonlySet<string> = new Set([
  'invalid-parameter',
  'unknown-operation',
  'unknown-command',
  'unknown-command-similar',
  'not-a-choice',
  'bad-usage',
  'unknown-option',
  'unknown-action',
  'missing-argument',
  'excess-arguments',
  'option-needs-value',
  'bad-option-value',
  'options-conflict',
  'not-a-setting',
  'home-not-absolute',
] satisfies ErrorCode[])

/** Codes of other areas that mean: not as things are, and nothing was changed. */
const otherRefusals = [
  'confirmation-required',
  'file-not-readable',
  'setting-not-in-files',
  'changed-world',
  'not-served',
  'page-not-built',
  'unknown-job',
  'job-is-running',
  'job-has-ended',
  'job-is-being-undone',
  'job-of-other-version',
  'past-point-of-no-return',
  'data-directory-in-use',
  'lock-held',
  'state-file-damaged',
  'state-file-newer',
  'state-file-unreadable',
  'log-file-damaged',
  'home-unknown',
  'home-not-a-directory',
  'home-not-writable',
  'home-not-made',
  'home-read-only',
  'home-not-closed',
  'home-of-another-account',
  'home-unreachable',
  'home-not-prepared',
  'account-not-created',
  'root-not-given-up',
  'server-unreachable',
  'server-starting',
  'wrong-password',
  'password-missing',
  'no-hba-entry',
  'authentication-failed',
  'database-missing',
  'role-missing',
  'too-many-connections',
  'connection-refused-by-server',
  'passfile-damaged',
  'passfile-unreadable',
  'password-not-storable',
  'installation-not-a-folder',
  'installation-incomplete',
  'installation-not-executable',
  'installation-wrong-platform',
  'installation-unknown-version',
  'installation-missing-runtime',
  'installation-missing-library',
  'installation-not-answering',
  'installation-in-use',
  'not-downloaded',
  'not-downloadable',
] satisfies ErrorCode[]

const refused: ReadonlySet<string> = new Set([...Object.keys(errorsOperations), ...otherRefusals])

/** The exit code of a failure that was thrown or refused; a job that failed while it ran is always `failed`. */
export function exitCodeFor(code: ErrorCode | 'unexpected'): ExitCode {
  if (code === 'cancelled') return exitCodes.cancelled
  if (usage.has(code)) return exitCodes.usage
  return refused.has(code) ? exitCodes.refused : exitCodes.failed
}

const badness: readonly ExitCode[] = [
  exitCodes.done,
  exitCodes.refused,
  exitCodes.usage,
  exitCodes.failed,
  exitCodes.cancelled,
]

/** Of several names, the worst counts: cancelled, failed, wrong usage, refused, done. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  const worst = Math.max(0, ...codes.map((code) => badness.indexOf(code)))
  return badness[worst] ?? exitCodes.failed
}

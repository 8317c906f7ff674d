import { type ErrorCode, PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { cli } from '../../../../shared/i18n/en/cli.ts'
import type { TextParams } from '../../../../shared/i18n/text.ts'
import { sayProblem } from '../../../../shared/i18n/say-problem.ts'
import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { ErrorRecord } from '../../../../shared/model/job.ts'
import { optionOf } from '../usage/option-of.ts'

/** A failure as `--json` tells it, in the language asked for. */
export interface Failure {
  readonly code: ErrorCode | 'unexpected'
  readonly message: string
  readonly hint: string
  /** Of SQL that a server refused. */
  readonly sqlstate?: string
  /** What the program or server said last; for people only. */
  readonly lastLines?: readonly string[]
}

/** Anything that was thrown. A bug keeps its own words. */
export function describeFailure(error: unknown, t: Translator): Failure {
  if (error instanceof PgTandemError) return describeRecord(error, t)
  const reason = error instanceof Error ? error.message : String(error)
  return unexpected(reason, t)
}

/** A refusal: a code and its parameters, and nothing was changed. */
export function describeRefusal(code: ErrorCode, given: TextParams, t: Translator): Failure {
  const params = wordsFor(code, given, t)
  return { code, message: t.t(`errors.${code}.message`, params), hint: t.t(`errors.${code}.hint`, params) }
}

/** Parameters and states as people know them. */
function wordsFor(code: ErrorCode, params: TextParams, t: Translator): TextParams {
  if (code === 'invalid-parameter')
    return {
      ...params,
      parameter: optionOf(String(params['parameter'] ?? '')),
      problem: sayProblem(String(params['problem'] ?? ''), t),
    }
  const state = params['state']
  return code === 'instance-not-running' && isState(state)
    ? { ...params, state: t.t(`cli.states.${state}`) }
    : params
}

const isState = (state: unknown): state is keyof typeof cli.states =>
  typeof state === 'string' && state in cli.states

/** A failure that came as data from a job. */
export function describeRecord(
  { code, params, message, details }: Pick<ErrorRecord, 'code' | 'params' | 'message' | 'details'>,
  t: Translator,
): Failure {
  if (code === 'unexpected') return unexpected(message, t)
  const { sqlstate, lastLines } = details
  return {
    ...describeRefusal(code, params, t),
    ...(sqlstate === undefined ? {} : { sqlstate }),
    ...(lastLines === undefined || lastLines.length === 0 ? {} : { lastLines }),
  }
}

/** What goes under `error` of a JSON document. */
export function failureDocument({ code, message, hint, sqlstate }: Failure): Omit<Failure, 'lastLines'> {
  return { code, message, hint, ...(sqlstate === undefined ? {} : { sqlstate }) }
}

function unexpected(reason: string, t: Translator): Failure {
  return {
    code: 'unexpected',
    message: t.t('cli.unexpected.message', { reason }),
    hint: t.t('cli.unexpected.hint'),
  }
}

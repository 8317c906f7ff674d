import { sayProblem } from '../../shared/i18n/say-problem.ts'
import type { TextParams } from '../../shared/i18n/text.ts'
import type { WindowTranslator } from '../../shared/i18n/window/translate.ts'
import type { ErrorCode } from '../../shared/errors/pgtandem-error.ts'
import type { ErrorRecord } from '../../shared/model/job.ts'

export interface SaidFailure {
  readonly message: string
  readonly hint: string
  /** The failing program's or server's own words. */
  readonly lines: readonly string[]
}

/** Any failure in the window's language; `lost` when the program cannot be reached. */
export function sayFailure(failure: ErrorRecord | 'lost', { t }: WindowTranslator): SaidFailure {
  if (failure === 'lost')
    return { message: t('window.app.lost-message'), hint: t('window.app.lost-hint'), lines: [] }
  if (failure.code === 'unexpected')
    return {
      message: t('window.app.unexpected-message', { reason: failure.message.split('\n')[0] ?? '' }),
      hint: t('window.app.unexpected-hint'),
      lines: failure.message.split('\n').slice(1),
    }
  return { ...sayRefusal(failure.code, failure.params, { t }), lines: failure.details.lastLines ?? [] }
}

/** A refusal's two sentences. */
export function sayRefusal(
  code: ErrorCode,
  given: TextParams,
  { t }: Pick<WindowTranslator, 't'>,
): Omit<SaidFailure, 'lines'> {
  const params =
    code === 'invalid-parameter'
      ? { ...given, problem: sayProblem(String(given['problem'] ?? ''), { t }) }
      : given
  return { message: t(`errors.${code}.message`, params), hint: t(`errors.${code}.hint`, params) }
}

import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { Failure } from './failure.ts'
import type { Output } from './output.ts'

/** A failure for people, on stderr: what happened, what was said, what to do. */
export function printFailure(
  { message, hint, sqlstate, lastLines = [] }: Failure,
  out: Pick<Output, 'note'>,
  t: Translator,
): void {
  out.note(
    t.t('cli.error', { message: sqlstate === undefined ? message : `${message} (SQLSTATE ${sqlstate})` }),
  )
  for (const line of lastLines) out.note(`  | ${line}`)
  out.note(hint)
}

import type { ErrorCode } from '../../../../shared/errors/pgtandem-error.ts'
import { app } from '../../../../shared/i18n/window/en/app.ts'
import { shell } from '../../../../shared/i18n/window/en/shell.ts'
import type { TextParams } from '../../../../shared/i18n/text.ts'
import type { ShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'

/** An operation as people know it. */
export const sayOperation = (operation: string, { t }: ShellTranslator): string =>
  isOperation(operation) ? t(`shell.operations.${operation}`) : operation

const isOperation = (id: string): id is keyof typeof shell.operations => id in shell.operations

/** A failure's sentence and hint; a bug keeps its own words. */
export function sayFailure(
  {
    code,
    params,
    message,
  }: {
    readonly code: ErrorCode | 'unexpected'
    readonly params: TextParams
    readonly message?: string
  },
  { t }: ShellTranslator,
): { readonly message: string; readonly hint: string } {
  if (code === 'unexpected')
    return { message: t('shell.failed.unexpected', { reason: message ?? '' }), hint: '' }
  const state = params['state']
  const words = isState(state) ? { ...params, state: t(`app.states.${state}`) } : params
  return { message: t(`errors.${code}.message`, words), hint: t(`errors.${code}.hint`, words) }
}

const isState = (state: unknown): state is keyof typeof app.states =>
  typeof state === 'string' && state in app.states

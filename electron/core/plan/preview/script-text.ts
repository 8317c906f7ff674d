import type { TextKey, TextParams } from '../../../../shared/i18n/text.ts'
import type { Translator } from '../../../../shared/i18n/translate.ts'
import { escapeCmdText, quoteSh } from './quoting.ts'

const mark = '\u0001'

/** One line of text; a comment must not end before its end. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

/** A sentence in which a variable of the script stands: `{ params, variable }` names the parameter and the variable. */
export interface SentenceWithVariable {
  readonly key: TextKey
  readonly param: string
  readonly variable: string
  readonly params?: TextParams
}

/** The sentence as text after `echo` in cmd. */
export function sentenceForCmd(
  t: Translator,
  { key, param, variable, params }: SentenceWithVariable,
): string {
  return escapeCmdText(oneLine(t.t(key, { ...params, [param]: mark }))).replaceAll(mark, `%${variable}%`)
}

/** The sentence as one argument in sh. */
export function sentenceForSh(t: Translator, { key, param, variable, params }: SentenceWithVariable): string {
  return oneLine(t.t(key, { ...params, [param]: mark }))
    .split(mark)
    .map((part) => (part === '' ? '' : quoteSh(part)))
    .join(`"$${variable}"`)
}

/** Lines that end a script at once when root runs it: the server's programs refuse root, but only after folders were made. */
export function refuseRootInSh(t: Translator): string[] {
  return [
    'if [ "$(id -u)" = 0 ]; then',
    `  printf '%s\\n' ${quoteSh(oneLine(t.t('steps.script.not-as-root')))} >&2`,
    '  exit 1',
    'fi',
  ]
}

/**
 * Lines that let the rest of a batch file be read in the ANSI code page, which it is encoded in.
 *
 * cmd reads batch files line by line in the console's code page, which need not be that one (OEM). Only where it matters.
 */
export function ansiCodePage(text: string): string[] {
  const isAscii = Buffer.byteLength(text) === text.length
  if (isAscii) return []
  const key = String.raw`HKLM\SYSTEM\CurrentControlSet\Control\Nls\CodePage`
  return [`for /f "tokens=3" %%c in ('reg query "${key}" /v ACP') do chcp %%c >nul`]
}

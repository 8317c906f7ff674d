import { type Language, languages } from '../../../../shared/i18n/translate.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly home?: string
  readonly json: boolean
  readonly dryRun: boolean
  /** File that a dry run writes the plan to, as a script. */
  readonly script?: string
  readonly yes: boolean
}

/** The language of a locale name such as `zh_CN.UTF-8`; English unless it is Chinese. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && /^zh([_.@-]|$)/i.test(locale) ? 'zh-CN' : 'en'
}

/**
 * The language to speak, before anything else is understood: `--lang`, else LC_ALL, LC_MESSAGES, LANG, in the order POSIX
 * gives them. A wrong `--lang` is refused later, in the environment's language.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  systemLocale?: string,
): Language {
  const wanted = valueOf(args, '--lang')
  const known = languages.find((language) => language.toLowerCase() === wanted?.toLowerCase())
  if (known !== undefined) return known
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return languageOf(locale ?? systemLocale)
}

/** Whether a JSON document is asked for; known even where the rest cannot be understood. */
export const wantsJson = (args: readonly string[]): boolean => beforeDashes(args).includes('--json')

const beforeDashes = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf('--')
  return end === -1 ? args : args.slice(0, end)
}

function valueOf(all: readonly string[], flag: string): string | undefined {
  const args = beforeDashes(all)
  const index = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`))
  const arg = args[index]
  if (arg === undefined) return undefined
  return arg === flag ? args[index + 1] : arg.slice(flag.length + 1)
}

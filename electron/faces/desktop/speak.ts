import { app } from 'electron'
import { createShellTranslator, type ShellTranslator } from '../../../shared/i18n/window/shell-translator.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import { languageOf } from '../../../shared/i18n/window/translate.ts'

/** Of the system, as BCP 47. */
export const systemLanguage = (): string => app.getPreferredSystemLanguages()[0] ?? app.getLocale()

/** A translator of the language that is set at the time of asking. */
export function createSpeaker(settings: () => Pick<Settings, 'language'>): () => ShellTranslator {
  let present: ShellTranslator | undefined
  return () => {
    const language = languageOf(settings().language, systemLanguage())
    if (present?.language !== language) present = createShellTranslator(language)
    return present
  }
}

import { createInstance } from 'i18next'
import { catalogue as en } from './en/index.ts'
import type { Text, TextKey, TextParams } from './text.ts'
import { catalogue as zhCn } from './zh-cn/index.ts'

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** Turns text references into sentences of one language. */
export interface Translator {
  readonly language: Language
  text(text: Text): string
  t(key: TextKey, params?: TextParams): string
}

/** Both catalogues are complete (the compiler checks it), so there is no fallback language. */
export function createTranslator(language: Language): Translator {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCn } },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  const t = (key: TextKey, params?: TextParams): string => i18n.t(key, { ...params })
  return { language, t, text: (text) => t(text.key, text.params) }
}

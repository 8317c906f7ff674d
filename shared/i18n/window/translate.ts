import { createInstance } from 'i18next'
import { catalogue as en } from '../en/index.ts'
import type { Leaves, Text, TextKey, TextParams, WithoutPlural } from '../text.ts'
import type { Language, Translator } from '../translate.ts'
import { catalogue as zhCn } from '../zh-cn/index.ts'
import { windowCatalogue as windowEn } from './en/index.ts'
import { instead as insteadEn } from './en/instead.ts'
import { putInstead } from './put-instead.ts'
import { windowCatalogue as windowZhCn } from './zh-cn/index.ts'
import { instead as insteadZhCn } from './zh-cn/instead.ts'

/** Keys of what windows say, and of all that the core says. */
export type WindowKey = TextKey | `window.${WithoutPlural<Leaves<typeof windowEn>>}`

/** Says everything that a window shows, in one language. */
export interface WindowTranslator extends Pick<Translator, 'language'> {
  t(this: void, key: WindowKey, params?: TextParams): string
  text(this: void, text: Text): string
}

const resources = {
  en: { translation: { ...putInstead(en, insteadEn), window: windowEn } },
  'zh-CN': { translation: { ...putInstead(zhCn, insteadZhCn), window: windowZhCn } },
}

export function createWindowTranslator(language: Language): WindowTranslator {
  const i18n = createInstance()
  void i18n.init({ lng: language, resources, initAsync: false, interpolation: { escapeValue: false } })
  const t = (key: WindowKey, params?: TextParams): string => i18n.t(key, { ...params })
  return { language, t, text: ({ key, params }) => t(key, params) }
}

/** The language that is meant by "follow the system": Chinese of any kind, else English. */
export const languageOf = (chosen: 'system' | Language, system: string): Language =>
  chosen !== 'system' ? chosen : /^zh\b/i.test(system) ? 'zh-CN' : 'en'

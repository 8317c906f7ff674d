import { createInstance } from 'i18next'
import { catalogue as en } from '../en/index.ts'
import type { Leaves, Text, TextKey, TextParams, WithoutPlural } from '../text.ts'
import type { Language, Translator } from '../translate.ts'
import { catalogue as zhCn } from '../zh-cn/index.ts'
import { app as appEn } from './en/app.ts'
import { shell as shellEn } from './en/shell.ts'
import { app as appZhCn } from './zh-cn/app.ts'
import { shell as shellZhCn } from './zh-cn/shell.ts'

/** Keys of what the desktop program says outside its windows: `shell.…`, a window's words for states and roles, and all that the core says. */
export type ShellKey =
  TextKey | `app.${WithoutPlural<Leaves<typeof appEn>>}` | `shell.${WithoutPlural<Leaves<typeof shellEn>>}`

export interface ShellTranslator extends Pick<Translator, 'language'> {
  t(this: void, key: ShellKey, params?: TextParams): string
  text(this: void, text: Text): string
}

const resources = {
  en: { translation: { ...en, app: appEn, shell: shellEn } },
  'zh-CN': { translation: { ...zhCn, app: appZhCn, shell: shellZhCn } },
}

/** Says everything that tray, menu, notifications and dialogs show, in one language. */
export function createShellTranslator(language: Language): ShellTranslator {
  const i18n = createInstance()
  void i18n.init({ lng: language, resources, initAsync: false, interpolation: { escapeValue: false } })
  const t = (key: ShellKey, params?: TextParams): string => i18n.t(key, { ...params })
  return { language, t, text: ({ key, params }) => t(key, params) }
}

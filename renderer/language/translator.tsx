import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import {
  createWindowTranslator,
  languageOf,
  type WindowTranslator,
} from '../../shared/i18n/window/translate.ts'
import type { Settings } from '../../shared/model/settings.ts'

const TranslatorContext = createContext<WindowTranslator | null>(null)

/** Says everything below in the chosen language; a change shows at once. */
export function LanguageProvider(props: {
  readonly chosen: Settings['language']
  readonly system: string
  readonly children: ReactNode
}) {
  const language = languageOf(props.chosen, props.system)
  const translator = useMemo(() => createWindowTranslator(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <TranslatorContext value={translator}>{props.children}</TranslatorContext>
}

/** The sentences of the window, in the language chosen. */
export function useTranslator(): WindowTranslator {
  const translator = useContext(TranslatorContext)
  if (translator === null) throw new Error('no language around this component')
  return translator
}

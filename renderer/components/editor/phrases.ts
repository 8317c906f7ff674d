import { EditorState, type Extension } from '@codemirror/state'
import type { WindowTranslator } from '../../../shared/i18n/window/translate.ts'

/** The editor's own words (its keys, in English) in the window's language. */
export const sayInEditor = ({ t }: WindowTranslator): Extension =>
  EditorState.phrases.of({
    Find: t('window.instance.editor.find'),
    Replace: t('window.instance.editor.replace-with'),
    next: t('window.instance.editor.next'),
    previous: t('window.instance.editor.previous'),
    all: t('window.instance.editor.all'),
    'match case': t('window.instance.editor.match-case'),
    regexp: t('window.instance.editor.regexp'),
    'by word': t('window.instance.editor.by-word'),
    replace: t('window.instance.editor.replace'),
    'replace all': t('window.instance.editor.replace-all'),
    close: t('window.app.close'),
    'Go to line': t('window.instance.editor.go-to-line'),
    go: t('window.instance.editor.go'),
    Completions: t('window.instance.editor.completions'),
  })

import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { basicSetup } from 'codemirror'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslator } from '../../language/translator.tsx'
import { confLanguage } from './conf-language.ts'
import { editorTheme } from './editor-theme.ts'
import { sayInEditor } from './phrases.ts'

const useStyles = makeStyles({
  place: { maxHeight: '65vh', minHeight: '8em', display: 'grid', minWidth: 0 },
  low: { maxHeight: '30vh' },
})

export interface CodeEditorProps {
  readonly label: string
  readonly language: 'conf' | 'sql'
  /** Heeded when the editor appears; another text needs another `key`. Kept up to date by `onChange`, it survives a change of language. */
  readonly initialText: string
  /** Differences from this are marked, and each can be taken back. */
  readonly original?: string
  readonly readOnly?: boolean
  readonly low?: boolean
  /** Remembers how far it is scrolled, for the editor that takes its place. */
  readonly scrolled?: RefObject<ReturnType<EditorView['scrollSnapshot']> | null>
  /** Gets the text with plain line feeds. */
  readonly onChange?: (text: string) => void
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun?: (text: string) => void
}

/** An editor of text. Big: load it lazily. */
export function CodeEditor(props: CodeEditorProps) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const translator = useTranslator()
  const { label, language, original, readOnly, scrolled } = props
  useEffect(() => {
    const parent = place.current
    if (parent === null) return undefined
    const text = latest.current.initialText
    const view = new EditorView({
      doc: text,
      parent,
      ...(scrolled?.current == null ? {} : { scrollTo: scrolled.current }),
      extensions: [
        nonceOfPage(),
        sayInEditor(translator),
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: (view) => runWith(latest.current.onRun, view) }])),
        basicSetup,
        editorTheme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        language === 'sql' ? sql({ dialect: PostgreSQL }) : confLanguage,
        original === undefined
          ? []
          : differencesFrom(original, translator.t('window.instance.editor.revert')),
        readOnly === true ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange?.(update.state.doc.toString())
        }),
      ],
    })
    return () => {
      if (scrolled !== undefined) scrolled.current = view.scrollSnapshot()
      view.destroy()
    }
  }, [translator, label, language, original, readOnly, scrolled])
  return (
    <div ref={place} className={props.low === true ? mergeClasses(styles.place, styles.low) : styles.place} />
  )
}

function runWith(run: CodeEditorProps['onRun'], view: EditorView): boolean {
  run?.(view.state.doc.toString())
  return run !== undefined
}

/** The page's security policy lets only styles with its nonce in. */
function nonceOfPage(): Extension {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta === null ? [] : EditorView.cspNonce.of(meta.nonce)
}

function differencesFrom(original: string, label: string): Extension {
  return unifiedMergeView({
    original,
    highlightChanges: true,
    gutter: true,
    mergeControls: (type, action) => {
      if (type === 'accept') return document.createElement('span')
      const button = document.createElement('button')
      button.textContent = label
      button.addEventListener('mousedown', action)
      button.addEventListener('click', (event) => {
        if (event.detail === 0) action(event)
      })
      return button
    },
  })
}

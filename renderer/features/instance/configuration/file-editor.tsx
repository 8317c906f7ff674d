import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { lazy, useRef, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useActions } from '../../../plan/instance-actions.tsx'
import { draftKey, useScratch } from '../../../stores/scratch-store.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import type { EditableFile } from './editable-file.ts'
import { differs } from './plain-lines.ts'
import { SaveDialog } from './save-dialog.tsx'

const CodeEditor = lazy(async () => ({
  default: (await import('../../../components/editor/code-editor.tsx')).CodeEditor,
}))

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  path: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/**
 * An editor of a configuration file. What is not saved is kept when one leaves it; what others write meanwhile is told,
 * and one's own text can be held against it.
 */
export function FileEditor(props: {
  readonly instance: InstanceView
  readonly file: EditableFile
  readonly path: string
  /** As the file is now; shown until somebody types. */
  readonly textNow: string
  /** A save is asked about and done, or is over. */
  readonly onSaving: (now: boolean) => void
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { instance, file, path, textNow } = props
  const key = draftKey(instance.name, file)
  const draft = useScratch(({ files }) => files[key])
  const keepFile = useScratch((slice) => slice.keepFile)
  const [round, setRound] = useState(0)
  const scrolled = useRef(null)
  const [saving, setSaving] = useState<{ readonly text: string; readonly baseText: string } | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const [reload, setReload] = useState(true)
  const base = draft?.base ?? textNow
  const text = draft?.text ?? base

  const begin = (from: string, kept: string | null): void => {
    keepFile(key, kept !== null && differs(kept, from) ? { base: from, text: kept } : null)
    setRound((before) => before + 1)
  }
  const endSaving = (): void => {
    setSaving(null)
    props.onSaving(false)
  }
  const isDraft = draft !== undefined
  const isNewer = differs(textNow, base)
  const { choose, dialogs } = useActions(instance.name)
  const focusReturns = useRestoreFocusTarget()
  const canReload = instance.state === 'running' && file !== 'recovery.conf'
  return (
    <>
      <Text size={200} className={styles.path}>
        {path}
      </Text>
      {isNewer ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('window.instance.configuration.changed-meanwhile')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => begin(textNow, null)}>
              {t('window.instance.configuration.load-again')}
            </Button>
            <Button onClick={() => begin(textNow, text)}>
              {t('window.instance.configuration.compare-with-it')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      <CodeEditor
        key={`${round} ${base}`}
        label={path}
        language="conf"
        initialText={text}
        original={base}
        scrolled={scrolled}
        onChange={(now) => keepFile(key, differs(now, base) ? { base, text: now } : null)}
      />
      <div className={styles.buttons}>
        <Button
          {...focusReturns}
          appearance="primary"
          disabled={!isDraft}
          onClick={() => {
            setSaving({ text, baseText: base })
            props.onSaving(true)
          }}
        >
          {t('window.instance.configuration.save')}
        </Button>
        <Button {...focusReturns} disabled={!isDraft} onClick={() => setDiscarding(true)}>
          {t('window.instance.configuration.discard')}
        </Button>
        {canReload ? (
          <Checkbox
            checked={reload}
            label={t('window.instance.configuration.reload')}
            onChange={(_event, { checked }) => setReload(checked === true)}
          />
        ) : null}
        <Text role="status" size={200}>
          {isDraft ? t('window.instance.configuration.unsaved') : ''}
        </Text>
      </div>
      {dialogs}
      {discarding ? (
        <DiscardDialog
          file={file}
          onDiscard={() => {
            setDiscarding(false)
            begin(textNow, null)
          }}
          onClose={() => setDiscarding(false)}
        />
      ) : null}
      {saving === null ? null : (
        <SaveDialog
          instance={instance}
          request={{
            operation: 'edit',
            params: { name: instance.name, file, ...saving, ...(canReload ? { reload } : {}) },
          }}
          file={file}
          onSaved={() => {
            keepFile(key, null)
            props.onSaving(false)
          }}
          onRestart={() => {
            endSaving()
            choose('restart')
          }}
          onClose={endSaving}
        />
      )}
    </>
  )
}

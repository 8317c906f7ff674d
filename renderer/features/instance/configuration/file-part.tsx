import { Spinner, Text } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ConfigurationFileName } from '../../../../shared/model/readings.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useTicking } from '../use-ticking.ts'
import type { EditableFile } from './editable-file.ts'
import { FileEditor } from './file-editor.tsx'
import { ReadOnlyReason } from './read-only-reason.tsx'

const CodeEditor = lazy(async () => ({
  default: (await import('../../../components/editor/code-editor.tsx')).CodeEditor,
}))

/** How often the file is looked at for changes by others. */
const LOOK_MS = 5000

/** A configuration file of an instance: to edit, or to read where it is not ours to write. */
export function FilePart(props: {
  readonly instance: InstanceView
  readonly file: ConfigurationFileName & EditableFile
}) {
  const { t } = useTranslator()
  const { instance, file } = props
  const { name } = instance
  const { value, failure, reload } = useReading(`file ${name} ${file}`, (api, signal) =>
    api.instances.file({ name, file }, { signal }),
  )
  const [isSaving, setSaving] = useState(false)
  useTicking(LOOK_MS, () => {
    // A text that the server refuses stands in the file until it is taken back.
    if (!isSaving) reload()
  })
  return (
    <SectionCard title={t('window.instance.configuration.file', { file })}>
      {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
      {value === undefined ? (
        failure === undefined ? (
          <Spinner label={t('window.app.loading')} />
        ) : null
      ) : value.text === null ? (
        <Text>{t('window.instance.configuration.no-file', { file: value.path })}</Text>
      ) : (
        <Suspense fallback={<Spinner label={t('window.app.loading')} />}>
          {value.readOnly === null ? (
            <FileEditor
              instance={instance}
              file={file}
              path={value.path}
              textNow={value.text}
              onSaving={(now) => {
                setSaving(now)
                if (!now) reload()
              }}
            />
          ) : (
            <>
              <ReadOnlyReason path={value.path} reason={value.readOnly} />
              <CodeEditor
                key={value.text}
                label={value.path}
                language="conf"
                initialText={value.text}
                readOnly
              />
            </>
          )}
        </Suspense>
      )}
    </SectionCard>
  )
}

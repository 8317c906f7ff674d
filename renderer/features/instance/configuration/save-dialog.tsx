import { Button, Text } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { PlanFlow } from '../../../plan/plan-flow.tsx'
import type { PlanRequest, PlanState } from '../../../plan/use-plan.ts'
import type { EditableFile } from './editable-file.ts'

/** Shows what an edit changes, has the server judge it, and offers the restart that it needs. */
export function SaveDialog(props: {
  readonly instance: InstanceView
  readonly file: EditableFile
  readonly request: PlanRequest
  readonly onSaved: () => void
  readonly onRestart: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  const { instance, file } = props
  const [saved, setSaved] = useState(false)
  const [needsRestart, setNeedsRestart] = useState(false)
  const remember = useCallback((state: PlanState) => {
    if (state.kind === 'answered' && state.answer.kind === 'plan')
      setNeedsRestart(state.answer.preview.notices.some(({ key }) => key === 'notices.restart-needed'))
  }, [])
  return (
    <DialogFrame
      title={t('window.instance.configuration.save-title', { file, name: instance.name })}
      onClose={props.onClose}
      actions={
        saved && needsRestart && instance.state === 'running' ? (
          <Button appearance="primary" onClick={props.onRestart}>
            {t('window.plan.actions.restart')}
          </Button>
        ) : null
      }
    >
      <PlanFlow
        request={props.request}
        runLabel={t('window.instance.configuration.save-run')}
        onState={remember}
        onDone={() => {
          setSaved(true)
          props.onSaved()
        }}
      />
      <Text role="status">
        {saved
          ? t(
              needsRestart
                ? 'window.instance.configuration.saved-restart'
                : 'window.instance.configuration.saved',
              { file, name: instance.name },
            )
          : ''}
      </Text>
    </DialogFrame>
  )
}

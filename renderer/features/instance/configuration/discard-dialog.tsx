import { Button, Text } from '@fluentui/react-components'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import type { EditableFile } from './editable-file.ts'

/** Asks before what somebody typed is thrown away. */
export function DiscardDialog(props: {
  readonly file: EditableFile
  readonly onDiscard: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslator()
  return (
    <DialogFrame
      title={t('window.instance.configuration.discard-title', { file: props.file })}
      closeLabel={t('window.app.cancel')}
      onClose={props.onClose}
      actions={
        <Button appearance="primary" onClick={props.onDiscard}>
          {t('window.instance.configuration.discard')}
        </Button>
      }
    >
      <Text>{t('window.instance.configuration.discard-question')}</Text>
    </DialogFrame>
  )
}

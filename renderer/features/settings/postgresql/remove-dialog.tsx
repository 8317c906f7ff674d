import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { FoundInstallation } from '../../../../shared/model/installation.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { DialogFrame } from '../../../components/dialog-frame.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'

/** Asks before a download is deleted or a folder is forgotten; says why it cannot be where instances use it. */
export function RemoveDialog(props: {
  readonly installation: FoundInstallation
  readonly onClose: () => void
  readonly onRemoved: () => void
}) {
  const { t } = useTranslator()
  const api = useApi()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { version, binDir, source, usedBy, canRemove } = props.installation
  const names = usedBy.join(', ')
  const isFolder = source === 'folder'
  const remove = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      await api.installations.remove({ version: isFolder ? binDir : version })
      props.onRemoved()
      props.onClose()
    } catch (error) {
      setFailure(toFailure(error))
      setBusy(false)
    }
  }
  return (
    <DialogFrame
      title={
        isFolder
          ? t('window.settings.forget-of', { folder: binDir })
          : t('window.settings.remove-of', { version })
      }
      onClose={props.onClose}
      closeLabel={t(canRemove ? 'window.app.cancel' : 'window.app.close')}
      actions={
        canRemove ? (
          <Button appearance="primary" disabled={busy} onClick={() => void remove()}>
            {t(isFolder ? 'window.settings.forget' : 'window.settings.remove')}
          </Button>
        ) : null
      }
    >
      <Text>
        {canRemove
          ? t(`window.settings.${isFolder ? 'forget' : 'remove'}-question`, { folder: binDir })
          : t('window.settings.remove-used', { names })}{' '}
        {isFolder && usedBy.length > 0 ? t('window.settings.forget-used', { names }) : null}
      </Text>
      {failure === null ? null : <FailureMessage failure={failure} />}
    </DialogFrame>
  )
}

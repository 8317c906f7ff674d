import { Button } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi, useSession } from '../../../api/use-api.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** A folder, typed or, on the desktop, picked. */
export function FolderField(props: Omit<TextFieldProps, 'after'>) {
  const { t } = useTranslator()
  const api = useApi()
  const { canPickFolders } = useSession()
  const [failure, setFailure] = useState<Failure | null>(null)
  const { value, onChange } = props
  const pick = async (): Promise<void> => {
    setFailure(null)
    try {
      const { path } = await api.desktop.pickFolder({
        title: props.label,
        startAt: value.trim() === '' ? null : value.trim(),
      })
      if (path !== null) onChange(path)
    } catch (error) {
      setFailure(toFailure(error))
    }
  }
  return (
    <>
      <TextField
        {...props}
        after={
          canPickFolders ? (
            <Button
              appearance="transparent"
              size="small"
              icon={<FolderOpenRegular />}
              aria-label={t('window.wizards.pick-folder')}
              onClick={() => void pick()}
            />
          ) : null
        }
      />
      {failure === null ? null : <FailureMessage failure={failure} />}
    </>
  )
}

import { Button } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { type Failure, toFailure } from '../api/failure.ts'
import { useApi, useSession } from '../api/use-api.ts'
import { useTranslator } from '../language/translator.tsx'

/** The button at the end of a folder's field that asks with the system's own dialog; null where there is none. */
export function useFolderPicker(field: {
  readonly title: string
  /** Where the dialog begins. */
  readonly value: string
  readonly onChange: (path: string) => void
  /** Null: a new attempt has begun. */
  readonly onFailure: (failure: Failure | null) => void
}): ReactElement | null {
  const { t } = useTranslator()
  const api = useApi()
  const { canPickFolders } = useSession()
  if (!canPickFolders) return null
  const pick = async (): Promise<void> => {
    const typed = field.value.trim()
    field.onFailure(null)
    try {
      const { path } = await api.desktop.pickFolder({
        title: field.title,
        startAt: typed === '' ? null : typed,
      })
      if (path !== null) field.onChange(path)
    } catch (error) {
      field.onFailure(toFailure(error))
    }
  }
  return (
    <Button
      appearance="transparent"
      size="small"
      icon={<FolderOpenRegular />}
      aria-label={t('window.app.pick-folder')}
      onClick={() => void pick()}
    />
  )
}

import {
  Button,
  Field,
  type FieldProps,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { FoundInstallation } from '../../../../shared/model/installation.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'
import { useApi } from '../../../api/use-api.ts'
import { SectionCard } from '../../../components/section-card.tsx'
import { sayFailure } from '../../../language/say-failure.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useFolderPicker } from '../../../paths/use-folder-picker.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%' },
})

/** Makes a folder of server programs known: typed or, on the desktop, picked. Its programs are tried first. */
export function AddFolder(props: { readonly onAdded: () => void }) {
  const styles = useStyles()
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const [folder, setFolder] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [added, setAdded] = useState<FoundInstallation | null>(null)
  const given = folder.trim()
  const write = (typed: string): void => {
    setFolder(typed)
    setFailure(null)
    setAdded(null)
  }
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (given === '' || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const installation = await api.installations.add({ folder: given })
      write('')
      setAdded(installation)
      props.onAdded()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      setBusy(false)
    }
  }
  const picker = useFolderPicker({
    title: t('window.settings.add-folder'),
    value: folder,
    onChange: write,
    onFailure: setFailure,
  })
  const said = failure === null ? null : sayFailure(failure, translator)
  const check: Pick<FieldProps, 'validationMessage'> =
    said === null ? {} : { validationMessage: `${said.message} ${said.hint}` }
  return (
    <SectionCard title={t('window.settings.add')}>
      <Text>{t('window.settings.add-lead')}</Text>
      {added === null ? null : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {t('window.settings.added', { version: added.version, folder: added.binDir })}
          </MessageBarBody>
        </MessageBar>
      )}
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <Field label={t('window.settings.add-folder')} className={styles.field} {...check}>
          <Input
            value={folder}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => write(value)}
            contentAfter={picker}
          />
        </Field>
        {busy ? (
          <Spinner size="tiny" label={t('window.settings.adding')} />
        ) : (
          <Button type="submit" disabled={given === ''}>
            {t('window.settings.add-do')}
          </Button>
        )}
      </form>
    </SectionCard>
  )
}

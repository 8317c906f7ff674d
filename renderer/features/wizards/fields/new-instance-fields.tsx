import type { PlanPreview } from '../../../../shared/model/plan-preview.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { chosenByPlan } from './chosen-by-plan.ts'
import { FolderField } from './folder-field.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Own = Pick<TextFieldProps, 'value' | 'onChange' | 'check'>

/** The name of an instance that is going to be. */
export function NameField(props: Own) {
  const { t } = useTranslator()
  return (
    <TextField
      {...props}
      required
      label={t('window.wizards.fields.name')}
      hint={t('window.wizards.fields.name-hint')}
    />
  )
}

/** Its port: when it is empty, the one that the plan chose is shown in its place. */
export function PortField(props: Own & { readonly preview: PlanPreview | null }) {
  const { t } = useTranslator()
  const { preview, ...own } = props
  const { port } = chosenByPlan(preview)
  return (
    <TextField
      {...own}
      inputMode="numeric"
      label={t('window.wizards.fields.port')}
      hint={t('window.wizards.fields.port-hint')}
      placeholder={
        port === null || own.value !== ''
          ? ''
          : t('window.wizards.fields.port-chosen', { port: String(port) })
      }
    />
  )
}

/** Its data directory: when it is empty, the one that the plan chose is shown in its place. */
export function NewFolderField(props: Own & { readonly preview: PlanPreview | null }) {
  const { t } = useTranslator()
  const { preview, ...own } = props
  return (
    <FolderField
      {...own}
      label={t('window.wizards.fields.folder')}
      hint={t('window.wizards.fields.folder-hint')}
      placeholder={chosenByPlan(preview).dataDir ?? ''}
    />
  )
}

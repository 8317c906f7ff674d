import type { PlanPreview } from '../../../../shared/model/plan-preview.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { Advanced } from '../fields/advanced.tsx'
import { ChoiceBox } from '../fields/choice-box.tsx'
import { NewFolderField } from '../fields/new-instance-fields.tsx'
import { SettingsField } from '../fields/settings-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import type { FormChecks } from '../frame/wizard.tsx'
import type { StandbyForm } from './standby-form.ts'

/** Fields that this part of the form has. */
export const foldedFields = ['slot', 'sync', 'delay', 'applicationName', 'dataDir', 'settings'] as const
type FoldedField = (typeof foldedFields)[number]

/** What few need to say of a new standby. */
export function StandbyAdvanced(props: {
  readonly form: StandbyForm
  readonly onChange: (change: Partial<StandbyForm>) => void
  readonly at: FormChecks<FoldedField>['at']
  readonly preview: PlanPreview | null
  readonly refused: string | null
}) {
  const { t } = useTranslator()
  const { form, onChange, at, preview, refused } = props
  return (
    <Advanced refused={foldedFields.some((field) => field === refused)}>
      <ChoiceBox
        title={t('window.wizards.standby.slot')}
        hint={t('window.wizards.standby.slot-hint')}
        checked={form.slot}
        onChange={(slot) => onChange({ slot })}
        check={at('slot')}
      />
      <ChoiceBox
        title={t('window.wizards.standby.sync')}
        hint={t('window.wizards.standby.sync-hint')}
        checked={form.sync}
        onChange={(sync) => onChange({ sync })}
        check={at('sync')}
      />
      <TextField
        label={t('window.wizards.standby.delay')}
        hint={t('window.wizards.standby.delay-hint')}
        value={form.delay}
        onChange={(delay) => onChange({ delay })}
        check={at('delay')}
      />
      <TextField
        label={t('window.wizards.standby.application-name')}
        help={t('window.wizards.standby.application-name-help')}
        hint={t('window.wizards.standby.application-name-hint')}
        value={form.applicationName}
        onChange={(applicationName) => onChange({ applicationName })}
        check={at('applicationName')}
      />
      <NewFolderField
        value={form.dataDir}
        onChange={(dataDir) => onChange({ dataDir })}
        check={at('dataDir')}
        preview={preview}
      />
      <SettingsField
        rows={form.settings}
        onChange={(settings) => onChange({ settings })}
        check={at('settings')}
      />
    </Advanced>
  )
}

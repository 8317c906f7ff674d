import { Spinner } from '@fluentui/react-components'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { Page } from '../../../components/page.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance } from '../../../stores/live-store.ts'
import { SettingsForm } from './settings-form.tsx'
import { useStandbySettings } from './use-standby-settings.ts'

/** What makes a standby one: recovery.conf up to 11, settings from 12. */
export function StandbySettingsWizard({ name }: { readonly name: string }) {
  const { t } = useTranslator()
  const major = useInstance(name)?.major ?? null
  const { value, failure, reload } = useStandbySettings(name)
  const isOld = (value?.major ?? major ?? 12) < 12
  const title = t(`window.wizardsReplication.settings.${isOld ? 'title-old' : 'title'}`, { name })
  if (value !== undefined) return <SettingsForm name={name} title={title} reading={value} />
  return (
    <Page title={title}>
      {failure === undefined ? (
        <Spinner label={t('window.app.loading')} />
      ) : (
        <FailureMessage failure={failure} onRetry={reload} />
      )}
    </Page>
  )
}

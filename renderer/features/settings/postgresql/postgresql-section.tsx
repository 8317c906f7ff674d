import { Spinner, Text } from '@fluentui/react-components'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useReading } from '../../../api/use-reading.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { useLive } from '../../../stores/live-store.ts'
import { AddFolder } from './add-folder.tsx'
import { Download } from './download.tsx'
import { InstallationList } from './installation-list.tsx'

/** The PostgreSQL versions of this machine: those that were found, and how to get others. */
export function PostgresqlSection() {
  const { t } = useTranslator()
  const used = useLive(
    ({ live }) => live?.instances.map(({ name, entry }) => `${name}=${entry.binDir}`).join(' ') ?? '',
  )
  const { value, failure, reload } = useReading(`installations ${used}`, (api, signal) =>
    api.installations.list(undefined, { signal }),
  )
  return (
    <>
      <SectionCard title={t('window.settings.found')}>
        <Text>{t('window.settings.found-lead')}</Text>
        {failure === undefined ? null : <FailureMessage failure={failure} onRetry={reload} />}
        {value === undefined ? (
          failure === undefined && <Spinner label={t('window.app.loading')} />
        ) : value.length === 0 ? (
          <Text>{t('window.settings.found-none')}</Text>
        ) : (
          <InstallationList installations={value} onRemoved={reload} />
        )}
      </SectionCard>
      <Download found={value} onInstalled={reload} />
      <AddFolder onAdded={reload} />
    </>
  )
}

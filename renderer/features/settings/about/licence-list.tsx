import { Text } from '@fluentui/react-components'
import { DataTable } from '../../../components/data-table.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { licences } from './licences.ts'

/** Under which terms the program and its parts may be used. */
export function LicenceList() {
  const { t } = useTranslator()
  return (
    <SectionCard title={t('window.settings.licences-title')}>
      <Text>{t('window.settings.licences-own')}</Text>
      <Text>{t('window.settings.licences-lead')}</Text>
      <DataTable
        label={t('window.settings.licences-lead')}
        columns={[t('window.settings.licences-part'), t('window.settings.licences-licence')]}
        rows={licences.map(({ name, licence }) => [name, licence])}
      />
    </SectionCard>
  )
}

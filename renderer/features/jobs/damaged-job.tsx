import { Text } from '@fluentui/react-components'
import { Properties } from '../../components/properties.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { PathLine } from '../../paths/path-line.tsx'

/** What a damaged journal means, and where it is. */
export function DamagedJob(props: { readonly path: string }) {
  const { t } = useTranslator()
  const label = t('window.jobs.journal')
  return (
    <SectionCard title={t('window.jobs.damaged-title')}>
      <Text>{t('window.jobs.damaged-lead')}</Text>
      <Properties items={[{ term: label, value: <PathLine label={label} path={props.path} /> }]} />
    </SectionCard>
  )
}

import { Text } from '@fluentui/react-components'
import { useSession } from '../../api/use-api.ts'
import { Properties } from '../../components/properties.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { PathLine } from '../../paths/path-line.tsx'

/** Where the program keeps its things. */
export function FoldersSection() {
  const { t } = useTranslator()
  const { home, folders } = useSession()
  const paths = [
    ['home', home],
    ['instances', folders.instances],
    ['downloads', folders.downloads],
    ['logs', folders.logs],
  ] as const
  return (
    <SectionCard title={t('window.settings.folders-title')}>
      <Text>{t('window.settings.folders-lead')}</Text>
      <Properties
        items={paths.map(([id, path]) => {
          const label = t(`window.settings.paths.${id}`)
          return { term: label, value: <PathLine label={label} path={path} /> }
        })}
      />
      <Text size={200}>{t('window.settings.folders-hint')}</Text>
    </SectionCard>
  )
}

import { Text } from '@fluentui/react-components'
import { useSession } from '../../../api/use-api.ts'
import { useReading } from '../../../api/use-reading.ts'
import { Properties, type Property } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { browserOf } from './browser-of.ts'
import { LicenceList } from './licence-list.tsx'
import { Report } from './report.tsx'

/** Versions, how to report a problem, and licences. */
export function AboutSection() {
  const { t } = useTranslator()
  const { programVersion, versions, platform } = useSession()
  const { value: installations, failure } = useReading('installations', (api, signal) =>
    api.installations.list(undefined, { signal }),
  )
  const bundled = installations?.find(({ source }) => source === 'bundled')?.version
  const unknown = failure === undefined ? t('window.app.loading') : t('window.app.unknown')
  const browser = browserOf(window.navigator.userAgent) ?? t('window.app.unknown')
  const items: readonly Property[] = [
    { term: t('window.settings.about-program'), value: programVersion },
    {
      term: t('window.settings.about-bundled'),
      value: installations === undefined ? unknown : (bundled ?? t('window.settings.about-bundled-none')),
    },
    { term: t('window.settings.about-node'), value: versions.node },
    ...(versions.electron === null
      ? [{ term: t('window.settings.about-browser'), value: browser }]
      : [
          { term: t('window.settings.about-electron'), value: versions.electron },
          { term: t('window.settings.about-chromium'), value: versions.chrome ?? t('window.app.unknown') },
        ]),
    { term: t('window.settings.about-platform'), value: t(`window.settings.platforms.${platform}`) },
  ]
  return (
    <>
      <SectionCard title={t('window.settings.about', { version: programVersion })}>
        <Text>{t('window.settings.about-lead')}</Text>
        <Properties items={items} />
      </SectionCard>
      <Report />
      <LicenceList />
    </>
  )
}

import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import { ErrorBoundary } from '../../components/error-boundary.tsx'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { AboutSection } from './about/about-section.tsx'
import { FoldersSection } from './folders-section.tsx'
import { GeneralSection } from './general/general-section.tsx'
import { PostgresqlSection } from './postgresql/postgresql-section.tsx'
import { type Section, sections, toSection } from './sections.ts'

const useStyles = makeStyles({
  list: { flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '900px' },
})

const panels: Readonly<Record<Section, ComponentType>> = {
  general: GeneralSection,
  postgresql: PostgresqlSection,
  folders: FoldersSection,
  about: AboutSection,
}

/** What a person sets for the program itself, and what there is to know about it. */
export function SettingsPage(props: { readonly section: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  const section = toSection(props.section)
  const Panel = panels[section]
  return (
    <Page title={t('window.settings.title')}>
      <TabList
        className={styles.list}
        selectedValue={section}
        aria-label={t('window.settings.sections-of')}
        onTabSelect={(_event, { value }) => navigate(`/settings/${String(value)}`)}
      >
        {sections.map((id) => (
          <Tab
            key={id}
            id={`tab-${id}`}
            value={id}
            {...(id === section ? { 'aria-controls': 'settings-panel' } : {})}
          >
            {t(`window.settings.sections.${id}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="settings-panel" aria-labelledby={`tab-${section}`} className={styles.panel}>
        <ErrorBoundary resetKey={section}>
          <Panel />
        </ErrorBoundary>
      </div>
    </Page>
  )
}

import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components'
import { type ComponentType, lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { ErrorBoundary } from '../../components/error-boundary.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useScratch } from '../../stores/scratch-store.ts'
import { OverviewTab } from './overview/overview-tab.tsx'
import { type Tab as TabId, tabs } from './tabs.ts'

const useStyles = makeStyles({
  list: { flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

interface PanelProps {
  readonly instance: InstanceView
}

const panels: Readonly<Record<TabId, ComponentType<PanelProps>>> = {
  overview: OverviewTab,
  replication: lazy(async () => ({
    default: (await import('./replication/replication-tab.tsx')).ReplicationTab,
  })),
  processes: lazy(async () => ({ default: (await import('./processes/processes-tab.tsx')).ProcessesTab })),
  configuration: lazy(async () => ({
    default: (await import('./configuration/configuration-tab.tsx')).ConfigurationTab,
  })),
  log: lazy(async () => ({ default: (await import('./log/log-tab.tsx')).LogTab })),
  console: lazy(async () => ({ default: (await import('./console/console-tab.tsx')).ConsoleTab })),
}

/** The tabs and the one that is open; the address follows the choice. */
export function InstanceTabs(props: { readonly instance: InstanceView; readonly tab: TabId }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  const { instance, tab } = props
  const unsaved = useScratch(({ files }) =>
    Object.keys(files).some((key) => key.startsWith(`${instance.name}/`)),
  )
  const Panel = panels[tab]
  return (
    <>
      <TabList
        className={styles.list}
        selectedValue={tab}
        aria-label={t('window.instance.tabs-of', { name: instance.name })}
        onTabSelect={(_event, { value }) => navigate(`/instance/${instance.name}/${String(value)}`)}
      >
        {tabs.map((id) => (
          <Tab
            key={id}
            id={`tab-${id}`}
            value={id}
            {...(id === tab ? { 'aria-controls': 'instance-panel' } : {})}
          >
            {t(`window.instance.tabs.${id}`)}
            {id === 'configuration' && unsaved ? ` ${t('window.instance.unsaved-mark')}` : ''}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="instance-panel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <ErrorBoundary resetKey={tab}>
          <Suspense fallback={<Spinner label={t('window.app.loading')} />}>
            <Panel instance={instance} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  )
}

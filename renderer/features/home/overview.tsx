import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { buildTopology } from '../../../shared/model/topology.ts'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { WhyDialog } from '../../plan/why-dialog.tsx'
import { useInstances } from '../../stores/live-store.ts'
import { AllButtons } from './all/all-buttons.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { InstanceList } from './instance-list.tsx'
import { NewMenu } from './new-menu.tsx'
import type { CardActs } from './picture/instance-card.tsx'
import { TopologyPicture } from './picture/topology-picture.tsx'
import { SupersededDialog } from './superseded-dialog.tsx'
import { useUnchanged } from './use-unchanged.ts'
import { useView } from './use-view.ts'
import { ViewSwitch } from './view-switch.tsx'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
})

/** All instances as a picture or a list, what is wrong with them, and what may be done with all of them. */
export function Overview() {
  const styles = useStyles()
  const { t } = useTranslator()
  const instances = useInstances()
  const [view, chooseView] = useView()
  const [asking, setAsking] = useState<{
    readonly about: 'why' | 'superseded'
    readonly name: string
  } | null>(null)
  const acts: CardActs = {
    onWhy: useCallback((name) => setAsking({ about: 'why', name }), []),
    onSuperseded: useCallback((name) => setAsking({ about: 'superseded', name }), []),
  }
  const superseded = new Set(
    instances.filter(({ entry }) => entry.supersededBy !== null).map(({ name }) => name),
  )
  const trees = useUnchanged(
    buildTopology(instances, superseded).toSorted(
      (a, b) => Number(a.link === 'superseded') - Number(b.link === 'superseded'),
    ),
  )
  const close = (): void => setAsking(null)
  return (
    <Page title={t('window.home.title')} actions={<NewMenu />}>
      <FindingsPanel onSuperseded={acts.onSuperseded} />
      <div className={styles.tools}>
        <AllButtons />
        <ViewSwitch view={view} onChoose={chooseView} />
      </div>
      {view === 'picture' ? (
        <TopologyPicture trees={trees} {...acts} />
      ) : (
        <InstanceList trees={trees} {...acts} />
      )}
      {asking === null ? null : asking.about === 'why' ? (
        <WhyDialog name={asking.name} onClose={close} />
      ) : (
        <SupersededDialog name={asking.name} onClose={close} />
      )}
    </Page>
  )
}

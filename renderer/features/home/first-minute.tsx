import { Card, makeStyles, Text, Title3, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { otherNameHelps, type PairNames, pairNames } from '../../../shared/model/pair-names.ts'
import { LinkButton } from '../../components/link-button.tsx'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { PlanFlow } from '../../plan/plan-flow.tsx'
import { useInstances } from '../../stores/live-store.ts'
import { FoundServers } from './found-servers.tsx'
import { PairDrawing } from './pair-drawing.tsx'

const MOST_NAMES = 20

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  card: { padding: tokens.spacingHorizontalXL, gap: tokens.spacingVerticalM },
  beside: { display: 'grid', gap: tokens.spacingVerticalL },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** On an empty machine: one button makes a pair, and ends on its playground. */
export function FirstMinute(props: { readonly onMaking: (making: boolean) => void }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const [, navigate] = useLocation()
  const [from, setFrom] = useState(1)
  // Kept from the moment it is being made: its own names are then among those taken.
  const [made, setMade] = useState<PairNames | null>(null)
  const taken = useInstances().map(({ name }) => name)
  const proposed = pairNames('main', taken, from)
  const names = made ?? proposed
  const goesOn = (code: string): boolean => otherNameHelps.has(code) && proposed.number < MOST_NAMES
  return (
    <Page title={t('window.home.first.title')}>
      <div className={styles.columns}>
        <Card className={styles.card}>
          <Text size={400}>{t('window.home.first.lead')}</Text>
          <PairDrawing primary={names.primary} standby={names.standby} />
          <ul className={styles.list}>
            <li>{t('window.home.first.what-primary', { name: names.primary })}</li>
            <li>{t('window.home.first.what-standby', { name: names.standby })}</li>
          </ul>
          <Text className={styles.quiet}>{t('window.home.first.what-safe')}</Text>
          <PlanFlow
            request={{ operation: 'pair', params: { name: names.primary, standby: names.standby } }}
            runLabel={t('window.home.first.create')}
            hideRefusalOf={({ code }) => goesOn(code)}
            onState={(state) => {
              if (made !== null || state.kind !== 'answered' || state.answer.kind !== 'refused') return
              if (goesOn(state.answer.code)) setFrom(proposed.number + 1)
            }}
            onStarted={() => {
              setMade(names)
              props.onMaking(true)
            }}
            onDone={({ id }) => navigate(`/playground/${names.standby}`, { state: { madeBy: id } })}
          />
          <Text size={200} className={styles.quiet}>
            {t('window.home.first.next')}
          </Text>
        </Card>
        <div className={styles.beside}>
          <Card className={styles.card}>
            <Title3 as="h2">{t('window.home.first.own-title')}</Title3>
            <Text>{t('window.home.first.own-lead')}</Text>
            <FoundServers />
          </Card>
          <Card className={styles.card}>
            <Title3 as="h2">{t('window.home.first.about-title')}</Title3>
            <Text>{t('window.home.first.about-lead')}</Text>
            <span>
              <LinkButton href="/about-replication">{t('window.home.first.about-open')}</LinkButton>
            </span>
          </Card>
        </div>
      </div>
    </Page>
  )
}

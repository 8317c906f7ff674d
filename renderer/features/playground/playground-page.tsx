import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useInstances, useLive } from '../../stores/live-store.ts'
import { choosePair, pairsAmong } from './choose-pair.ts'
import { Demo } from './demo.tsx'
import { NoPair } from './no-pair.tsx'
import { PairPicker } from './pair-picker.tsx'

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
})

/** The read-only demo: a primary and its standby side by side. */
export function PlaygroundPage(props: { readonly standby: string | null }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const instances = useInstances()
  const looked = useLive(({ live }) => live?.at !== null)
  const chosen = choosePair(props.standby, instances)
  const pairs = pairsAmong(instances)
  const current = chosen.kind === 'pair' ? chosen.standby.name : null
  return (
    <Page
      title={t('window.playground.title')}
      actions={
        pairs.length > 1 || (current === null && pairs.length > 0) ? (
          <PairPicker pairs={pairs} current={current} />
        ) : null
      }
    >
      <Text className={styles.lead}>{t('window.playground.lead')}</Text>
      {!looked && instances.length > 0 ? (
        <Spinner label={t('window.replication.looking')} />
      ) : chosen.kind === 'pair' ? (
        <Demo
          key={`${chosen.primary.name} ${chosen.standby.name}`}
          primary={chosen.primary}
          standby={chosen.standby}
        />
      ) : (
        <NoPair chosen={chosen} />
      )}
    </Page>
  )
}

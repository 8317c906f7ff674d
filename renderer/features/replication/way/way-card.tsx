import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ReplicationDetails } from '../../../../shared/model/replication.ts'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { rowOf } from '../row-of.ts'
import { commitStation, stationsOf } from './stations.ts'
import { WalWayPicture } from './wal-way-picture.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The way of a WAL record to each standby. */
export function WayCard(props: { readonly upstream: InstanceView; readonly details: ReplicationDetails }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { upstream, details } = props
  return (
    <SectionCard title={t('window.replication.way.title')}>
      <Text className={styles.quiet}>{t('window.replication.way.about')}</Text>
      {details.ways.length === 0 ? <Text>{t('window.replication.way.nobody')}</Text> : null}
      {details.ways.map((way) => {
        const syncState = rowOf(way.standby, upstream, details)?.syncState
        const isSynchronous = syncState === 'sync' || syncState === 'quorum'
        return (
          <WalWayPicture
            key={way.standby}
            upstream={upstream.name}
            standby={way.standby}
            stations={stationsOf(way)}
            commitAt={upstream.role === 'primary' ? commitStation(details, isSynchronous) : null}
          />
        )
      })}
    </SectionCard>
  )
}

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ReplicationRow } from '../../../shared/model/instance-status.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import { DataTable } from '../../components/data-table.tsx'
import { HelpTip } from '../../components/help-tip.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { formatTime } from '../../language/format.ts'
import { useTranslator } from '../../language/translator.tsx'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

/** What an upstream says of a standby beside what the standby says of itself. */
export function BothViews(props: {
  readonly upstream: InstanceView
  readonly standby: InstanceView
  /** null: the upstream does not see it. */
  readonly row: ReplicationRow | null
}) {
  const styles = useStyles()
  const { t, language } = useTranslator()
  const { upstream, standby, row } = props
  const receiver = standby.walReceiver
  const none = '–'
  const time = (iso: string | null | undefined): string =>
    iso === null || iso === undefined ? none : formatTime(iso, language)
  const line = (id: RowId, there: ReactNode, here: ReactNode): readonly ReactNode[] => [
    <HelpTip
      key={id}
      term={t(`window.replication.views.rows.${id}`)}
      explanation={t(`window.replication.views.help.${id}`)}
    />,
    there ?? none,
    here ?? none,
  ]
  return (
    <SectionCard title={t('window.replication.views.title', { name: standby.name })}>
      <Text className={styles.quiet}>{t('window.replication.views.about')}</Text>
      {standby.role === 'standby' && standby.state === 'running' && receiver === null ? (
        <Text>{t('window.instance.replication.no-receiver')}</Text>
      ) : null}
      <DataTable
        label={`pg_stat_replication, pg_stat_wal_receiver: ${standby.name}`}
        rowHeads
        columns={[
          t('window.replication.views.what'),
          t('window.replication.views.there', { name: upstream.name }),
          t('window.replication.views.here', { name: standby.name }),
        ]}
        rows={[
          line('status', row?.state, receiver?.status),
          line('process', row?.pid, receiver?.pid),
          line('written', row?.writeLsn, receiver?.writtenLsn),
          line('flushed', row?.flushLsn, receiver?.flushedLsn),
          line('replayed', row?.replayLsn, standby.replayLsn),
          line('end', upstream.walLsn ?? row?.sentLsn, receiver?.latestEndLsn),
          line('timeline', upstream.timeline, receiver?.receivedTli ?? standby.timeline),
          line('last-message', time(row?.replyTime), time(receiver?.lastMsgReceiptTime)),
          line(
            'address',
            row?.clientAddr == null ? none : `${row.clientAddr}:${row.clientPort ?? ''}`,
            receiver?.senderHost == null ? none : `${receiver.senderHost}:${receiver.senderPort ?? ''}`,
          ),
          line('slot', none, receiver?.slotName === '' ? none : receiver?.slotName),
        ]}
      />
    </SectionCard>
  )
}

type RowId =
  | 'status'
  | 'process'
  | 'written'
  | 'flushed'
  | 'replayed'
  | 'end'
  | 'timeline'
  | 'last-message'
  | 'address'
  | 'slot'

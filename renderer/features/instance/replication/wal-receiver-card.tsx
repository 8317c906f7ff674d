import { Text } from '@fluentui/react-components'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { HelpTip } from '../../../components/help-tip.tsx'
import { Properties } from '../../../components/properties.tsx'
import { SectionCard } from '../../../components/section-card.tsx'
import { formatBytes, formatSeconds, formatTime } from '../../../language/format.ts'
import { useTranslator } from '../../../language/translator.tsx'
import { Names } from '../overview/about-server.tsx'

/** A standby's own view of the stream: pg_stat_wal_receiver, and how far it is behind. */
export function WalReceiverCard(props: { readonly instance: InstanceView }) {
  const { t, language } = useTranslator()
  const { upstream, walReceiver, lagBytes, lagSeconds, replayLsn, syncState } = props.instance
  const none = '–'
  const column = (name: 'status' | 'written_lsn' | 'flushed_lsn' | 'received_tli' | 'latest_end_lsn') => (
    <HelpTip term={name} explanation={t(`window.instance.replication.receiver-columns.${name}`)} />
  )
  return (
    <SectionCard title={t('window.instance.replication.receiver')}>
      <Properties
        items={[
          {
            term: t('window.instance.about.upstream'),
            value: <Names names={[upstream]} empty={t('window.app.unknown')} />,
          },
          {
            term: t('window.instance.replication.lag'),
            value:
              lagBytes === null
                ? t('window.app.unknown')
                : [
                    formatBytes(lagBytes, language),
                    ...(lagSeconds === null ? [] : [formatSeconds(lagSeconds, language)]),
                  ].join(' · '),
          },
          { term: t('window.instance.replication.replayed'), value: replayLsn ?? none },
          { term: 'sync_state', value: syncState ?? none },
          ...(walReceiver === null
            ? []
            : [
                { term: column('status'), value: walReceiver.status ?? none },
                { term: column('written_lsn'), value: walReceiver.writtenLsn ?? none },
                { term: column('flushed_lsn'), value: walReceiver.flushedLsn ?? none },
                { term: column('received_tli'), value: walReceiver.receivedTli ?? none },
                { term: column('latest_end_lsn'), value: walReceiver.latestEndLsn ?? none },
                { term: 'slot_name', value: walReceiver.slotName ?? none },
                {
                  term: 'sender_host:sender_port',
                  value:
                    walReceiver.senderHost === null
                      ? none
                      : `${walReceiver.senderHost}:${walReceiver.senderPort ?? ''}`,
                },
                { term: 'pid', value: walReceiver.pid ?? none },
                {
                  term: 'last_msg_receipt_time',
                  value:
                    walReceiver.lastMsgReceiptTime === null
                      ? none
                      : formatTime(walReceiver.lastMsgReceiptTime, language),
                },
              ]),
        ]}
      />
      {walReceiver === null ? <Text>{t('window.instance.replication.no-receiver')}</Text> : null}
    </SectionCard>
  )
}

import { Text } from '@fluentui/react-components'
import type { WindowKey } from '../../shared/i18n/window/translate.ts'
import type { ReplicationRow } from '../../shared/model/instance-status.ts'
import type { InstanceView } from '../../shared/model/live-state.ts'
import { DataTable } from '../components/data-table.tsx'
import { HelpTip } from '../components/help-tip.tsx'
import { SectionCard } from '../components/section-card.tsx'
import { formatSeconds, formatTime } from '../language/format.ts'
import { useTranslator } from '../language/translator.tsx'
import type { Language } from '../../shared/i18n/translate.ts'

type Show = (row: ReplicationRow, language: Language) => string | number | null

const seconds = (value: number | null, language: Language): string | null =>
  value === null ? null : formatSeconds(value, language)

/** The columns under PostgreSQL's names, those that are asked for most first. */
const columns = [
  ['state', ({ state }) => state],
  ['sync_state', ({ syncState }) => syncState],
  ['sent_lsn', ({ sentLsn }) => sentLsn],
  ['write_lsn', ({ writeLsn }) => writeLsn],
  ['flush_lsn', ({ flushLsn }) => flushLsn],
  ['replay_lsn', ({ replayLsn }) => replayLsn],
  ['write_lag', ({ writeLag }, language) => seconds(writeLag, language)],
  ['flush_lag', ({ flushLag }, language) => seconds(flushLag, language)],
  ['replay_lag', ({ replayLag }, language) => seconds(replayLag, language)],
  ['sync_priority', ({ syncPriority }) => syncPriority],
  ['usename', ({ usename }) => usename],
  [
    'client_addr',
    ({ clientAddr, clientPort }) => (clientAddr === null ? null : `${clientAddr}:${clientPort ?? ''}`),
  ],
  ['pid', ({ pid }) => pid],
  [
    'backend_start',
    ({ backendStart }, language) => (backendStart === null ? null : formatTime(backendStart, language)),
  ],
  ['reply_time', ({ replyTime }, language) => (replyTime === null ? null : formatTime(replyTime, language))],
] as const satisfies readonly (readonly [string, Show])[]

/** pg_stat_replication, a standby a column: it has more columns than a window is wide, and few rows. */
export function Senders(props: { readonly instance: InstanceView }) {
  const { t, language } = useTranslator()
  const { replication, state } = props.instance
  const explain = (name: 'application_name' | (typeof columns)[number][0]): WindowKey =>
    `window.instance.replication.columns.${name}`
  return (
    <SectionCard title={t('window.instance.replication.senders')}>
      {replication.length === 0 ? (
        <Text>
          {t(
            state === 'running'
              ? 'window.instance.replication.nobody'
              : 'window.instance.replication.not-asked',
          )}
        </Text>
      ) : (
        <DataTable
          label="pg_stat_replication"
          rowHeads
          columns={[
            <HelpTip key="name" term="application_name" explanation={t(explain('application_name'))} />,
            ...replication.map(({ applicationName }) => applicationName),
          ]}
          rows={columns.map(([name, show]) => [
            <HelpTip key={name} term={name} explanation={t(explain(name))} />,
            ...replication.map((row) => (show as Show)(row, language) ?? '–'),
          ])}
        />
      )}
    </SectionCard>
  )
}

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

/** The columns under PostgreSQL's names, in its order. */
const columns = [
  ['application_name', ({ applicationName }) => applicationName],
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

/** The rows of pg_stat_replication: the standbys that stream from this instance. */
export function Senders(props: { readonly instance: InstanceView }) {
  const { t, language } = useTranslator()
  const { replication, state } = props.instance
  const explain = (name: (typeof columns)[number][0]): WindowKey =>
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
          columns={columns.map(([name]) => (
            <HelpTip key={name} term={name} explanation={t(explain(name))} />
          ))}
          rows={replication.map((row) =>
            columns.map(([, show]) => {
              const value = (show as Show)(row, language)
              return value === null ? '–' : value
            }),
          )}
        />
      )}
    </SectionCard>
  )
}

import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components'
import type { ConfigReading } from '../../../../shared/model/readings.ts'
import { useReading } from '../../../api/use-reading.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { HelpTip } from '../../../components/help-tip.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { useInstance, useInstances } from '../../../stores/live-store.ts'
import { commitsHang, standbysOf, type StandbyRow } from './standbys-of.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  body: { whiteSpace: 'normal' },
})

const namesIn = (config: ConfigReading): string => {
  const line = config.settings.find(({ name }) => name === 'synchronous_standby_names')
  return line?.serverValue ?? line?.fileValue ?? ''
}

/** The instance's name, and what it calls itself where that is another one: synchronous_standby_names goes by it. */
const standbyName = ({ name, applicationName }: StandbyRow): string | null =>
  name === null || applicationName === null || name === applicationName
    ? (name ?? applicationName)
    : `${name} (${applicationName})`

/** What the upstream waits for now: its synchronous_standby_names, and every standby of it. */
export function SynchronousState(props: { readonly standby: string; readonly upstream: string }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const upstream = useInstance(props.upstream)
  const rows = standbysOf(upstream, useInstances())
  const { value, failure, reload } = useReading(
    `sync-names ${props.upstream} ${upstream?.state ?? ''} ${rows.map(({ syncState }) => syncState ?? '').join()}`,
    async (api, signal) => namesIn(await api.instances.config({ name: props.upstream }, { signal })),
  )
  const none = t('window.wizardsReplication.sync.none')
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{t('window.wizardsReplication.sync.now', { upstream: props.upstream })}</Subtitle2>
      {upstream === undefined ? (
        <Text>{t('window.wizardsReplication.sync.unknown-upstream', { upstream: props.upstream })}</Text>
      ) : (
        <div className={styles.row}>
          <Text>{props.upstream}</Text>
          <StateBadge state={upstream.state} />
        </div>
      )}
      <div className={styles.row}>
        <HelpTip
          term="synchronous_standby_names"
          explanation={t('window.wizardsReplication.sync.names-help')}
        />
        <span className={styles.code}>{value === undefined ? '…' : value === '' ? none : value}</span>
      </div>
      {failure === undefined || upstream === undefined ? null : (
        <FailureMessage failure={failure} onRetry={reload} />
      )}
      {upstream !== undefined && commitsHang(upstream, value ?? '') ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('window.wizardsReplication.sync.hang-title')}</MessageBarTitle>
            {t('window.wizardsReplication.sync.hang', { upstream: props.upstream })}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {rows.length === 0 ? (
        <Text>{t('window.wizardsReplication.sync.no-standbys')}</Text>
      ) : (
        <DataTable
          label={t('window.wizardsReplication.sync.standbys', { upstream: props.upstream })}
          columns={[t('window.wizardsReplication.sync.standby'), 'state', 'sync_state', 'sync_priority']}
          rows={rows.map((row) => [
            standbyName(row) ?? t('window.app.unknown'),
            row.state ?? t('window.wizardsReplication.sync.away'),
            row.syncState ?? '–',
            row.syncPriority ?? '–',
          ])}
        />
      )}
    </section>
  )
}

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useInstances, useLive } from '../../stores/live-store.ts'
import { chooseUpstream, upstreamsAmong } from './choose-upstream.ts'
import { NothingStreams } from './nothing-streams.tsx'
import { UpstreamPicker } from './upstream-picker.tsx'
import { UpstreamView } from './upstream-view.tsx'

const useStyles = makeStyles({
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
})

/** How WAL travels from one instance to those that follow it. */
export function ReplicationPage(props: { readonly name: string | null }) {
  const styles = useStyles()
  const { t } = useTranslator()
  const instances = useInstances()
  const looked = useLive(({ live }) => live?.at !== null)
  const chosen = chooseUpstream(props.name, instances)
  const upstreams = upstreamsAmong(instances)
  const current = chosen.kind === 'upstream' ? chosen.upstream.name : null
  return (
    <Page
      title={t('window.replication.title')}
      actions={upstreams.length === 0 ? null : <UpstreamPicker upstreams={upstreams} current={current} />}
    >
      <Text className={styles.lead}>{t('window.replication.lead')}</Text>
      {!looked && instances.length > 0 ? (
        <Spinner label={t('window.replication.looking')} />
      ) : chosen.kind === 'upstream' ? (
        <UpstreamView key={chosen.upstream.name} upstream={chosen.upstream} standbys={chosen.standbys} />
      ) : (
        <NothingStreams chosen={chosen} />
      )}
    </Page>
  )
}

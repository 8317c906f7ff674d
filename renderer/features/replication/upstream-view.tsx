import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import type { ReplicationDetails } from '../../../shared/model/replication.ts'
import type { Failure } from '../../api/failure.ts'
import { useStream } from '../../api/use-api.ts'
import { FailureMessage } from '../../components/failure-message.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { LagChart } from '../../replication/lag-chart.tsx'
import { Senders } from '../../replication/senders.tsx'
import { BothViews } from './both-views.tsx'
import { Members } from './members.tsx'
import { rowOf } from './row-of.ts'
import { SlotsCard } from './slots/slots-card.tsx'
import { SynchronousCard } from './synchronous/synchronous-card.tsx'
import { WayCard } from './way/way-card.tsx'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

/** All that is known of the streams out of one upstream. */
export function UpstreamView(props: {
  readonly upstream: InstanceView
  readonly standbys: readonly InstanceView[]
}) {
  const styles = useStyles()
  const { t } = useTranslator()
  const { upstream, standbys } = props
  const { details, failure } = useDetails(upstream.name)
  const { name, state, entry } = upstream
  return (
    <div className={styles.parts}>
      {state === 'running' ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {t(`window.instance.not-running.${state}`, { name, folder: upstream.dataDir })}
            </MessageBarTitle>{' '}
            {t('window.replication.upstream-away')}
          </MessageBarBody>
        </MessageBar>
      )}
      {entry.supersededBy === null ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('window.replication.empty.superseded', { name, successor: entry.supersededBy })}
          </MessageBarBody>
        </MessageBar>
      )}
      <Members upstream={upstream} standbys={standbys} />
      {failure === null ? null : <FailureMessage failure={failure} />}
      {details === null ? (
        failure === null ? (
          <Spinner label={t('window.app.loading')} />
        ) : null
      ) : (
        <WayCard upstream={upstream} details={details} />
      )}
      {standbys.length === 0 ? null : (
        <SectionCard title={t('window.replication.lag.title')}>
          <LagChart names={standbys.map((standby) => standby.name)} />
        </SectionCard>
      )}
      {details === null ? null : (
        <SynchronousCard upstream={upstream} standbys={standbys} details={details} />
      )}
      <Senders instance={upstream} />
      {standbys.map((standby) => (
        <BothViews
          key={standby.name}
          upstream={upstream}
          standby={standby}
          row={rowOf(standby.name, upstream, details)}
        />
      ))}
      {details === null ? null : <SlotsCard upstream={upstream} details={details} />}
    </div>
  )
}

function useDetails(name: string): {
  readonly details: ReplicationDetails | null
  readonly failure: Failure | null
} {
  const [details, setDetails] = useState<ReplicationDetails | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useStream(`details ${name}`, (api, signal) => api.replication.details({ name }, { signal }), {
    onValue: (value) => {
      setFailure(null)
      setDetails(value)
    },
    onFailure: setFailure,
  })
  return { details, failure }
}

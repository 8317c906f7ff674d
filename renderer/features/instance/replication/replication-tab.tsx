import { Link as FluentLink, Text } from '@fluentui/react-components'
import { Link } from 'wouter'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { SectionCard } from '../../../components/section-card.tsx'
import { useTranslator } from '../../../language/translator.tsx'
import { Senders } from '../../../replication/senders.tsx'
import { useInstances } from '../../../stores/live-store.ts'
import { NeedsServer } from '../needs-server.tsx'
import { Verify } from './verify.tsx'
import { WalReceiverCard } from './wal-receiver-card.tsx'

/** Who streams from an instance, and from whom it streams itself. */
export function ReplicationTab(props: { readonly instance: InstanceView }) {
  const { t } = useTranslator()
  const { instance } = props
  const standbys = useInstances().filter(({ upstream }) => upstream === instance.name)
  const isStandby = instance.role === 'standby'
  return (
    <>
      <NeedsServer instance={instance} tab="replication" />
      {isStandby ? <WalReceiverCard instance={instance} /> : null}
      <Senders instance={instance} />
      {isStandby ? (
        <Verify instance={instance} />
      ) : standbys.length === 0 ? null : (
        <SectionCard title={t('window.instance.verify.title')}>
          <Text>{t('window.instance.verify.from-standby')}</Text>
          {standbys.map(({ name }) => (
            <Link key={name} href={`/instance/${name}/replication`} asChild>
              <FluentLink>{t('window.instance.verify.of', { name })}</FluentLink>
            </Link>
          ))}
        </SectionCard>
      )}
      <Text>
        <Link href={`/replication/${instance.name}`} asChild>
          <FluentLink>{t('window.instance.replication.more')}</FluentLink>
        </Link>
      </Text>
    </>
  )
}

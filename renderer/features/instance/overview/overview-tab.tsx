import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { useReading } from '../../../api/use-reading.ts'
import { FailureMessage } from '../../../components/failure-message.tsx'
import { NeedsServer } from '../needs-server.tsx'
import { AboutServer } from './about-server.tsx'
import { ConnectionStringsCard } from './connection-strings.tsx'
import { Paths } from './paths.tsx'

/** What an instance is, where it lies, and how to connect to it. */
export function OverviewTab(props: { readonly instance: InstanceView }) {
  const { instance } = props
  const { name, state, pid, role } = instance
  const facts = useReading(`facts ${name} ${state} ${pid ?? ''} ${role}`, (api, signal) =>
    api.instances.facts({ name }, { signal }),
  )
  return (
    <>
      <NeedsServer instance={instance} tab="overview" />
      {facts.failure === undefined ? null : <FailureMessage failure={facts.failure} onRetry={facts.reload} />}
      <AboutServer instance={instance} facts={facts.value} />
      <Paths instance={instance} facts={facts.value} />
      <ConnectionStringsCard instance={instance} />
    </>
  )
}

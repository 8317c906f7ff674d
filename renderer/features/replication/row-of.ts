import type { ReplicationRow } from '../../../shared/model/instance-status.ts'
import type { InstanceView } from '../../../shared/model/live-state.ts'
import type { ReplicationDetails } from '../../../shared/model/replication.ts'

/** What an upstream says of a standby, by its walsender; null: it does not stream now. Pure. */
export function rowOf(
  standby: string,
  upstream: Pick<InstanceView, 'replication'>,
  details: Pick<ReplicationDetails, 'ways'> | null,
): ReplicationRow | null {
  const way = details?.ways.find((one) => one.standby === standby)
  return upstream.replication.find(({ pid }) => pid === way?.pid) ?? null
}

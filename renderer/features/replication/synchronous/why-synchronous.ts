import type { ReplicationRow } from '../../../../shared/model/instance-status.ts'
import type { ReplicationDetails } from '../../../../shared/model/replication.ts'

/** Why commits wait for a standby, or do not. */
export type SynchronousReason =
  | 'away-and-awaited'
  | 'away'
  | 'nobody-named'
  | 'not-named'
  | 'potential'
  | 'commit-does-not-wait'
  | 'quorum'
  | 'sync'
  | 'unknown'

/** From what its upstream says of it (`row` null: it does not stream now) and is set to. Pure. */
export function whySynchronous(
  row: Pick<ReplicationRow, 'syncState'> | null,
  {
    synchronousStandbyNames,
    synchronousCommit,
  }: Pick<ReplicationDetails, 'synchronousStandbyNames' | 'synchronousCommit'>,
): SynchronousReason {
  if (synchronousStandbyNames === null) return 'unknown'
  const namesSome = synchronousStandbyNames.trim() !== ''
  if (row === null) return namesSome ? 'away-and-awaited' : 'away'
  const commitWaits = synchronousCommit !== 'off' && synchronousCommit !== 'local'
  switch (row.syncState ?? '') {
    case 'sync':
      return commitWaits ? 'sync' : 'commit-does-not-wait'
    case 'quorum':
      return commitWaits ? 'quorum' : 'commit-does-not-wait'
    case 'potential':
      return 'potential'
    case 'async':
      return namesSome ? 'not-named' : 'nobody-named'
    default:
      return 'unknown'
  }
}

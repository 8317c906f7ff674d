import type { InstanceStatus } from '../../../../shared/model/instance-status.ts'
import type { TopologyLink } from '../../../../shared/model/topology.ts'

/**
 * How the line into a card is drawn and what is said of it.
 *
 * - `down`: the standby does not run. `waiting`: it runs, and no WAL reaches it.
 * - `potential`: it becomes synchronous when another one fails.
 */
export type LinkLook =
  | 'synchronous'
  | 'quorum'
  | 'potential'
  | 'asynchronous'
  | 'waiting'
  | 'down'
  | 'diverged'
  | 'superseded'
  | 'orphan'
  | 'adrift'

/** From what is observed of the lower end. */
export function linkLook(
  link: TopologyLink,
  status: Pick<InstanceStatus, 'state' | 'syncState' | 'walReceiver' | 'upstream'>,
): LinkLook {
  if (link === 'diverged' || link === 'superseded') return link
  if (link === 'orphan') return status.upstream === null ? 'adrift' : 'orphan'
  if (status.state !== 'running') return 'down'
  switch (status.syncState) {
    case 'sync':
      return 'synchronous'
    case 'quorum':
    case 'potential':
      return status.syncState
    case null:
      return status.walReceiver?.status === 'streaming' ? 'asynchronous' : 'waiting'
    default:
      return 'asynchronous'
  }
}

/** WAL flows, so a lag means something. */
export const isStreaming = (look: LinkLook): boolean =>
  look === 'synchronous' || look === 'quorum' || look === 'potential' || look === 'asynchronous'

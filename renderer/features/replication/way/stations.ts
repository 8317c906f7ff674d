import { lsnDistanceBytes, parseLsn } from '../../../../shared/model/lsn.ts'
import type { ReplicationDetails, WalWay } from '../../../../shared/model/replication.ts'

/** Where a WAL record comes by, in this order. */
export const stationIds = ['written', 'sent', 'standbyWritten', 'standbyFlushed', 'replayed'] as const
export type StationId = (typeof stationIds)[number]

export interface Station {
  readonly id: StationId
  readonly lsn: string | null
  /** From here to the end of the upstream's WAL; null: not known. */
  readonly behindBytes: number | null
  /** From here to the station before it, as far as that one is known. */
  readonly stepBytes: number | null
}

/**
 * The five stations of one way. Pure.
 *
 * Both servers are asked one after the other, so a station may seem to be ahead of the one before it: that counts as 0.
 */
export function stationsOf(way: WalWay): readonly Station[] {
  const end = toLsn(way.written)
  let before: bigint | undefined
  return stationIds.map((id) => {
    const lsn = way[id]
    const here = toLsn(lsn)
    const station = { id, lsn, behindBytes: distance(end, here), stepBytes: distance(before, here) }
    before = here ?? before
    return station
  })
}

const toLsn = (text: string | null): bigint | undefined => (text === null ? undefined : parseLsn(text))

const distance = (ahead: bigint | undefined, behind: bigint | undefined): number | null =>
  ahead === undefined || behind === undefined ? null : Math.max(0, lsnDistanceBytes(ahead, behind))

/**
 * The station on the way to one standby that a commit on its primary waits for; null: for none on this way. Pure.
 *
 * PostgreSQL manual, "synchronous_commit". Where synchronous standbys are named, only their ways count; where none is, all
 * but `off` wait for the primary's own disk.
 */
export function commitStation(
  { synchronousCommit, synchronousStandbyNames }: CommitSettings,
  isSynchronous: boolean,
): StationId | null {
  if (synchronousCommit === null || synchronousStandbyNames === null || synchronousCommit === 'off')
    return null
  if (synchronousStandbyNames.trim() === '' || synchronousCommit === 'local') return 'written'
  if (!isSynchronous) return null
  switch (synchronousCommit) {
    case 'remote_write':
      return 'standbyWritten'
    case 'remote_apply':
      return 'replayed'
    default:
      return 'standbyFlushed'
  }
}

type CommitSettings = Pick<ReplicationDetails, 'synchronousCommit' | 'synchronousStandbyNames'>

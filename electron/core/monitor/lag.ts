import { lsnDistanceBytes, parseLsn } from '../../../shared/model/lsn.ts'
import type { ReplicationRow } from '../../postgres/facts/status/parse-status-row.ts'
import type { Observation } from './observation.ts'

/** How far a standby is behind; null where that is not known, which is not the same as 0. */
export interface Lag {
  readonly lagBytes: number | null
  readonly lagSeconds: number | null
}

/** How far a server's WAL reaches: what a primary has written, what a standby has received or, after a restart, replayed. */
export function walEnd({ server }: Observation): bigint | undefined {
  if (server === null) return undefined
  if (!server.inRecovery) return parse(server.currentLsn)
  return greatest(parse(server.receiveLsn), parse(server.replayLsn))
}

/**
 * A standby's lag behind its upstream of the same poll, else behind what the upstream last told it.
 *
 * Seconds come from the upstream's measurement. Without one (idle) they are 0 when all that was received is replayed, and
 * the age of the newest replayed transaction only when something is known to be missing: on an idle primary that age grows.
 */
export function lagOf(
  standby: Observation,
  upstream: Observation | undefined,
  row: ReplicationRow | undefined,
): Lag {
  const { server } = standby
  const replayed = parse(server?.replayLsn ?? null)
  if (server === null || !server.inRecovery || replayed === undefined)
    return { lagBytes: null, lagSeconds: null }
  const streaming = server.walReceiver?.status === 'streaming'
  const heard = streaming ? parse(server.walReceiver?.latestEndLsn ?? null) : undefined
  const end = (upstream && walEnd(upstream)) ?? parse(row?.sentLsn ?? null) ?? heard
  const received = greatest(parse(server.receiveLsn), replayed) ?? replayed
  const lagBytes = end === undefined ? null : Math.max(0, lsnDistanceBytes(end, replayed))
  if (received > replayed) {
    const measured = server.replayPaused === true ? null : row?.replayLag
    return { lagBytes, lagSeconds: measured ?? server.lastReplayAgeSeconds }
  }
  if (lagBytes === null) return { lagBytes, lagSeconds: null }
  if (lagBytes === 0) return { lagBytes, lagSeconds: 0 }
  if (streaming) return { lagBytes, lagSeconds: row?.replayLag ?? 0 }
  return { lagBytes, lagSeconds: server.lastReplayAgeSeconds }
}

const parse = (text: string | null): bigint | undefined => (text === null ? undefined : parseLsn(text))

function greatest(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

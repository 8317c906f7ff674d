import type { Evidence } from '../../../shared/model/instance-status.ts'
import { walEnd } from './lag.ts'
import type { Observation } from './observation.ts'
import { findUpstream, replicationRowOf, upstreamAddresses } from './upstream.ts'

/** Which file, process or query each known field of an instance's status comes from. */
export function buildEvidence(
  observation: Observation,
  all: readonly Observation[],
): Record<string, Evidence> {
  const { server, files, unreachable, systemIdentifier, at } = observation
  const own: Record<string, Evidence> = { ...files.evidence }
  if (server === null) {
    if (unreachable !== null)
      own['state'] = { source: `${own['state']?.source ?? place(observation)}; ${unreachable.message}`, at }
    if (upstreamAddresses(observation).length > 0)
      own['upstream'] = { source: conninfoSource(observation), at }
    return own
  }
  const say = (fields: Readonly<Record<string, string>>): void => {
    for (const [field, query] of Object.entries(fields))
      own[field] = { source: `${place(observation)}: ${query}`, at }
  }
  say({
    state: `answers${files.pid === null ? '' : `, process ${files.pid}`}`,
    role: `pg_is_in_recovery() = ${server.inRecovery}`,
    version: 'server_version_num',
    replication: 'pg_stat_replication',
  })
  if (systemIdentifier !== null) say({ systemIdentifier: 'pg_control_system()' })
  if (server.inRecovery) {
    say({
      receiveLsn: 'last WAL received',
      replayLsn: 'last WAL replayed',
      walReceiver: 'pg_stat_wal_receiver',
    })
    if (server.timeline !== null) say({ timeline: 'pg_stat_wal_receiver.received_tli' })
  } else {
    say({ walLsn: 'current WAL position', timeline: 'name of the current WAL file' })
  }
  return { ...own, ...aboutUpstream(observation, all) }
}

function aboutUpstream(observation: Observation, all: readonly Observation[]): Record<string, Evidence> {
  if (upstreamAddresses(observation).length === 0) return {}
  const at = observation.at
  const upstream = findUpstream(observation, all)
  const sender = observation.server?.walReceiver?.senderHost
  const source = sender
    ? `${place(observation)}: pg_stat_wal_receiver.sender_host and sender_port`
    : conninfoSource(observation)
  if (upstream === undefined) return { upstream: { source, at } }
  const row = replicationRowOf(observation, upstream)
  const lag =
    walEnd(upstream) === undefined
      ? place(observation)
      : `${place(upstream)}: its WAL position less replayLsn`
  return {
    upstream: { source, at },
    lagBytes: { source: lag, at: upstream.at },
    lagSeconds: { source: `${place(upstream)}: pg_stat_replication.replay_lag`, at: upstream.at },
    ...(row === undefined
      ? {}
      : {
          syncState: {
            source: `${place(upstream)}: pg_stat_replication, walsender ${row.pid}`,
            at: upstream.at,
          },
        }),
  }
}

const place = ({ target }: Observation): string => `${target.host}:${target.port}`

function conninfoSource({ files, server }: Observation): string {
  const file = files.settings['primary_conninfo']?.file
  return `primary_conninfo ${file === undefined || server !== null ? 'in force' : `in ${file}`}`
}

import type { Evidence, EvidenceSource } from '../../../shared/model/evidence.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import { walNames } from '../../postgres/facts/status/status-query.ts'
import { majorFromVersionNum } from '../../postgres/facts/versions.ts'
import { stamped } from '../instances/observed-state.ts'
import { walEnd } from './lag.ts'
import type { Observation } from './observation.ts'
import { findUpstream, replicationRowOf, upstreamAddresses } from './upstream.ts'

/** Which file, process or query each known field of an instance's status comes from. */
export function buildEvidence(
  observation: Observation,
  all: readonly Observation[],
): Record<string, Evidence> {
  const { files, server, at } = observation
  return server === null
    ? { ...files.evidence, ...stamped(at, whenSilent(observation)) }
    : { ...files.evidence, ...stamped(at, whenAnswering(observation)), ...aboutUpstream(observation, all) }
}

type Fields = Record<string, readonly EvidenceSource[]>

function whenSilent(observation: Observation): Fields {
  const { entry, files, unreachable, installedVersion } = observation
  const fields: Fields = {}
  if (unreachable !== null) {
    const { message } = unreachable
    const said: EvidenceSource = { code: 'said', params: { server: placeOf(observation), message } }
    fields['state'] = [...(files.evidence['state']?.sources ?? []), said]
  }
  if (installedVersion !== null)
    fields['version'] = [{ code: 'installation', params: { folder: entry.binDir } }]
  if (upstreamAddresses(observation).length > 0) fields['upstream'] = [conninfoSource(observation)]
  return fields
}

function whenAnswering(observation: Observation): Fields {
  const { server, files, systemIdentifier } = observation
  const asked = askedOf(observation)
  const wal = walNames(majorOf(observation))
  const fields: Fields = {
    state: [
      { code: 'answers', params: { server: placeOf(observation) } },
      ...(files.pid === null ? [] : (files.evidence['pid']?.sources ?? [])),
      ...(files.service === null
        ? []
        : [{ code: 'service', params: { service: files.service.name } } as const]),
    ],
    role: asked(`pg_is_in_recovery() = ${String(server?.inRecovery)}`),
    version: asked('server_version_num'),
    replication: asked('pg_stat_replication'),
  }
  if (systemIdentifier !== null) fields['systemIdentifier'] = asked('pg_control_system()')
  if (server?.inRecovery !== true)
    return { ...fields, walLsn: asked(wal.current), timeline: asked(`${wal.fileName}(${wal.current})`) }
  return {
    ...fields,
    receiveLsn: asked(wal.receive),
    replayLsn: asked(wal.replay),
    walReceiver: asked('pg_stat_wal_receiver'),
    ...(server.timeline === null ? {} : { timeline: asked('pg_stat_wal_receiver.received_tli') }),
  }
}

function aboutUpstream(observation: Observation, all: readonly Observation[]): Record<string, Evidence> {
  if (upstreamAddresses(observation).length === 0) return {}
  const asked = askedOf(observation)
  const sender = observation.server?.walReceiver?.senderHost
  const own = stamped(observation.at, {
    upstream: sender ? asked('pg_stat_wal_receiver.sender_host, sender_port') : [conninfoSource(observation)],
  })
  const upstream = findUpstream(observation, all)
  if (upstream === undefined) return own
  const row = replicationRowOf(observation, upstream)
  return {
    ...own,
    ...stamped(upstream.at, {
      lagBytes: sourcesOfLag(observation, upstream),
      lagSeconds: measured(row?.replayLag)
        ? askedOf(upstream)('pg_stat_replication.replay_lag')
        : asked('pg_last_xact_replay_timestamp()'),
      ...(row === undefined
        ? {}
        : { syncState: askedOf(upstream)(`pg_stat_replication, pid = ${String(row.pid)}`) }),
    }),
  }
}

const measured = (lag: number | null | undefined): boolean => lag !== null && lag !== undefined

/** From how far the upstream's WAL reaches to what is replayed; of one that cannot be asked, from what it said last. */
function sourcesOfLag(observation: Observation, upstream: Observation): readonly EvidenceSource[] {
  const replayed = askedOf(observation)(walNames(majorOf(observation)).replay)
  if (walEnd(upstream) === undefined)
    return [...askedOf(observation)('pg_stat_wal_receiver.latest_end_lsn'), ...replayed]
  const { current, receive } = walNames(majorOf(upstream))
  return [...askedOf(upstream)(upstream.server?.inRecovery === true ? receive : current), ...replayed]
}

const placeOf = ({ target }: Observation): string => `${target.host}:${String(target.port)}`

const majorOf = ({ files, server }: Observation): Major =>
  server === null ? (files.major ?? 0) : majorFromVersionNum(server.serverVersionNum)

const askedOf =
  (observation: Observation) =>
  (query: string): readonly EvidenceSource[] => [
    { code: 'query', params: { server: placeOf(observation), query } },
  ]

/** The server's own word where it has it as a setting (from 12), else its file. */
function conninfoSource(observation: Observation): EvidenceSource {
  const setting = 'primary_conninfo'
  const file = observation.files.settings[setting]?.file
  const told = observation.server?.settings[setting] ?? null
  return told === null && file !== undefined
    ? { code: 'setting', params: { file, setting } }
    : { code: 'query', params: { server: placeOf(observation), query: setting } }
}

import { hostname } from 'node:os'
import type { InstanceRole } from '../../../shared/model/instance-status.ts'
import { parseConninfo } from '../../postgres/facts/conninfo.ts'
import type { ReplicationRow } from '../../postgres/facts/status/parse-status-row.ts'
import type { Observation } from './observation.ts'

/** Where a standby looks for its WAL. */
export interface UpstreamAddress {
  /** Empty or a path for a Unix-domain socket. */
  readonly host: string
  readonly port: number
}

const DEFAULT_PORT = 5432
const loopback: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '::1', hostname().toLowerCase()])

/** Its role: of a server that answers by its own word, else by its files. */
export const roleOf = ({ server, files }: Observation): InstanceRole =>
  server === null ? files.role : server.inRecovery ? 'standby' : 'primary'

/**
 * Where a standby streams from, or would: the sender that its WAL receiver is connected to, else its primary_conninfo
 * (several hosts: each with its port, in order). Empty for a primary, whatever its files still say.
 */
export function upstreamAddresses(observation: Observation): readonly UpstreamAddress[] {
  if (roleOf(observation) !== 'standby') return []
  const receiver = observation.server?.walReceiver
  if (receiver?.senderHost && receiver.senderPort !== null) {
    return beyondLink(observation, [{ host: receiver.senderHost, port: receiver.senderPort }])
  }
  return beyondLink(observation, addressesIn(conninfoOf(observation)))
}

/** A relay of ours stands for the server that the standby streamed from before it was put in between. */
function beyondLink(
  { entry: { link } }: Observation,
  addresses: readonly UpstreamAddress[],
): readonly UpstreamAddress[] {
  const leadsToRelay = ({ host, port }: UpstreamAddress): boolean =>
    port === link?.port && loopback.has(host.toLowerCase())
  return link !== null && addresses.some(leadsToRelay) ? addressesIn(paramsOf(link.conninfo)) : addresses
}

function addressesIn(params: Readonly<Record<string, string>>): readonly UpstreamAddress[] {
  const hosts = (params.hostaddr ?? params.host ?? '').split(',')
  const ports = (params.port ?? '').split(',')
  if (Object.keys(params).length === 0) return []
  return hosts.map((host, index) => ({
    host: host.trim(),
    port: Number(ports[index] ?? ports[0]) || DEFAULT_PORT,
  }))
}

/** The observed instance at one of these addresses of this machine; of several on one port the running one, then a relative. */
export function findUpstream(observation: Observation, all: readonly Observation[]): Observation | undefined {
  for (const { host, port } of upstreamAddresses(observation)) {
    if (!host.startsWith('/') && !loopback.has(host.toLowerCase())) continue
    const there = all.filter(
      ({ entry, target }) => target.port === port && entry.name !== observation.entry.name,
    )
    const found =
      there.find(({ server }) => server !== null) ??
      there.find(({ entry }) => entry.name === observation.entry.upstream) ??
      there.find(({ files }) => files.systemIdentifier === observation.files.systemIdentifier) ??
      there[0]
    if (found !== undefined) return found
  }
  return undefined
}

/** The upstream's name in the catalogue, else `host:port`, else null. */
export function upstreamName(observation: Observation, all: readonly Observation[]): string | null {
  const found = findUpstream(observation, all)
  if (found !== undefined) return found.entry.name
  const [address] = upstreamAddresses(observation)
  if (address === undefined) return null
  return `${address.host === '' ? 'localhost' : address.host}:${address.port}`
}

/**
 * The upstream's row of pg_stat_replication that serves this standby: by the slot it uses, else by its application_name
 * where only one row has it. undefined when it is not connected, or cannot be told from another.
 */
export function replicationRowOf(standby: Observation, upstream: Observation): ReplicationRow | undefined {
  const rows = upstream.server?.replication ?? []
  const slot = standby.server?.walReceiver?.slotName
  const activePid = upstream.server?.slots.find(({ slotName }) => slotName === slot)?.activePid
  const bySlot = rows.find(({ pid }) => pid === activePid)
  if (bySlot !== undefined) return bySlot
  const name = applicationNameOf(standby).toLowerCase()
  const named = rows.filter(({ applicationName }) => applicationName?.toLowerCase() === name)
  return named.length === 1 ? named[0] : undefined
}

/** As its upstream knows it: conninfo before cluster_name (from 12) before `walreceiver` (facts, A1). */
export function applicationNameOf(standby: Observation): string {
  const own = conninfoOf(standby).application_name
  if (own !== undefined && own !== '') return own
  const { major, settings } = standby.files
  const cluster = standby.server?.settings['cluster_name'] ?? settings['cluster_name']?.value
  return (major ?? 0) >= 12 && cluster ? cluster : 'walreceiver'
}

function conninfoOf({ server, files }: Observation): Readonly<Record<string, string>> {
  return paramsOf(server?.settings['primary_conninfo'] ?? files.settings['primary_conninfo']?.value ?? '')
}

function paramsOf(conninfo: string): Readonly<Record<string, string>> {
  const parsed = parseConninfo(conninfo)
  return parsed.kind === 'invalid' ? {} : parsed.params
}

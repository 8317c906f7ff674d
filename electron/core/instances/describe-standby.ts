import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import { parseConninfo } from '../../postgres/facts/conninfo.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import type { InstanceFacts } from '../operations/world.ts'
import { defaultPort, parsePort } from './target.ts'

/** What an entry says of a standby's ties to its upstream. */
export type StandbyTies = Pick<CatalogueEntry, 'upstream' | 'slot' | 'applicationName' | 'replicationRole'>

/** An instance of the catalogue and its port. */
export interface KnownPort {
  readonly name: string
  readonly port: number
  readonly systemIdentifier: string | null
}

type Values = Readonly<Record<string, { readonly value: string }>>

/**
 * The ties of a standby that somebody else made, by its primary_conninfo: its upstream is the instance of the catalogue
 * on that port of this machine (null when there is none). Of anything but a standby, the ties that its entry has.
 */
export function describeStandby(
  entry: CatalogueEntry,
  { role, systemIdentifier, target }: Pick<InstanceFacts, 'role' | 'systemIdentifier' | 'target'>,
  settings: Values,
  known: readonly KnownPort[],
): StandbyTies {
  const { upstream, slot, applicationName, replicationRole } = entry
  if (role !== 'standby') return { upstream, slot, applicationName, replicationRole }
  const conninfo = parseConninfo(settings['primary_conninfo']?.value ?? '')
  const params = conninfo.kind === 'invalid' ? {} : conninfo.params
  const port = parsePort(params['port']) ?? defaultPort
  const clusterName = versionFacts(target.major).clusterNameIsApplicationName
    ? settings['cluster_name']?.value
    : ''
  const local = isThisMachine(params['host'], params['hostaddr'])
  return {
    upstream: local
      ? (known.find(
          (other) =>
            other.name !== entry.name &&
            other.port === port &&
            (systemIdentifier === null ||
              other.systemIdentifier === null ||
              other.systemIdentifier === systemIdentifier),
        )?.name ?? null)
      : null,
    slot: settings['primary_slot_name']?.value || null,
    applicationName: params['application_name'] || clusterName || 'walreceiver',
    replicationRole: params['user'] ?? replicationRole,
  }
}

/** No host, a loopback one or a socket directory. */
function isThisMachine(host: string | undefined, address: string | undefined): boolean {
  const place = address ?? host ?? ''
  return (
    place === '' ||
    place === 'localhost' ||
    place === '::1' ||
    place.startsWith('127.') ||
    place.startsWith('/')
  )
}

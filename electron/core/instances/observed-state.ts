import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { Evidence, EvidenceSource } from '../../../shared/model/evidence.ts'
import type { InstanceRole, InstanceState } from '../../../shared/model/instance-status.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import type { PostgresService } from '../../postgres/discovery/postgres-service.ts'
import type { FileSetting } from '../operations/world.ts'

/** As much of an entry as is needed to look at its instance. */
export type Observable = Pick<CatalogueEntry, 'dataDir' | 'configFile' | 'host' | 'user'> &
  Partial<Pick<CatalogueEntry, 'port'>>

/** What the files and the process of an instance say; nothing of it was asked by SQL. */
export interface ObservedState {
  readonly state: InstanceState
  readonly role: InstanceRole
  /** Of the live postmaster. */
  readonly pid: number | null
  /** Of the live postmaster, else as configured; null where neither can be read. */
  readonly port: number | null
  /** Where the live server has its socket; null when it has none or does not run. */
  readonly socketDir: string | null
  readonly systemIdentifier: string | null
  /** Of the last checkpoint: still the old one right after a promotion. */
  readonly timeline: number | null
  /** As PG_VERSION has it: the major version only. */
  readonly version: string | null
  readonly major: Major | null
  /** In force by the files, by name in lower case; empty where they cannot be read. */
  readonly settings: Readonly<Record<string, FileSetting>>
  /** What postgresql.conf includes by an absolute path: files and folders. */
  readonly absoluteIncludes: readonly string[]
  readonly filesReadable: boolean
  /** Account that owns the data directory when it is not the one we run as; always null on Windows. */
  readonly foreignOwner: string | null
  /** The Windows service that runs it; looked for only where its files cannot be read. */
  readonly service: PostgresService | null
  /** By the name of the field. */
  readonly evidence: Readonly<Record<string, Evidence>>
}

/** What is known of an instance that is not there. */
export const nothingSeen: ObservedState = {
  state: 'missing',
  role: 'unknown',
  pid: null,
  port: null,
  socketDir: null,
  systemIdentifier: null,
  timeline: null,
  version: null,
  major: null,
  settings: {},
  absoluteIncludes: [],
  filesReadable: true,
  foreignOwner: null,
  service: null,
  evidence: {},
}

/** The same time for all that was looked at together. */
export function stamped(
  at: string,
  fields: Readonly<Record<string, readonly EvidenceSource[]>>,
): Record<string, Evidence> {
  return Object.fromEntries(Object.entries(fields).map(([field, sources]) => [field, { sources, at }]))
}

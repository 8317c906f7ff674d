import type { Operation, Planned, Refusal } from '../../electron/core/operations/operation.ts'
import { operations } from '../../electron/core/operations/operations.ts'
import type {
  InstanceFacts,
  KnownSetting,
  PathFacts,
  PortFacts,
  ServerFacts,
  World,
  WorldBase,
} from '../../electron/core/operations/world.ts'
import type { Plan } from '../../electron/core/plan/plan.ts'
import { parseHba } from '../../electron/postgres/facts/hba.ts'
import { versionFacts } from '../../electron/postgres/facts/versions.ts'
import type { CatalogueEntry } from '../../shared/model/catalogue-entry.ts'
import type { ReplicationRow } from '../../shared/model/instance-status.ts'
import { entryOf } from './entry-of.ts'

/** Where hand-made instances stand. */
export const home = '/home/ann/.local/share/pgtandem'

export const binDirOf = (major: number): string => `/usr/lib/postgresql/${major}/bin`

/** What may differ from a running primary that is ready for standbys. */
export interface InstanceChanges {
  readonly major?: number
  readonly port?: number
  readonly entry?: Partial<CatalogueEntry>
  /** Values in postgresql.conf; of a running server also those it runs with. */
  readonly settings?: Readonly<Record<string, string>>
  /** null: it does not run, or cannot be asked. */
  readonly server?: Partial<ServerFacts> | null
  readonly facts?: Partial<InstanceFacts>
}

/** Of hand-made instances, unless told otherwise. */
export const defaultHba = 'host replication all 127.0.0.1/32 scram-sha-256\n'

const postmaster = new Set([
  'wal_level',
  'max_wal_senders',
  'max_replication_slots',
  'max_connections',
  'port',
])

/** A running primary as `create` makes it, changed as a test wants. */
export function primaryFacts(name: string, changes: InstanceChanges = {}): InstanceFacts {
  const { major = 15, port = 5432 } = changes
  const folder = `${home}/instances/${name}`
  const entry = entryOf(name, {
    dataDir: `${folder}/data`,
    binDir: binDirOf(major),
    passfile: `${folder}/passfile`,
    logFile: `${folder}/log/server.log`,
    ...changes.entry,
  })
  const configFile = entry.configFile ?? `${entry.dataDir}/postgresql.conf`
  const { standbyWalLevel } = versionFacts(major)
  const values = {
    port: String(port),
    wal_level: standbyWalLevel,
    max_wal_senders: '10',
    max_replication_slots: '10',
    max_connections: '100',
    ...changes.settings,
  }
  const server: ServerFacts = {
    inRecovery: false,
    superuser: true,
    settings: Object.fromEntries(
      Object.entries(values).map(([setting, value]) => [
        setting,
        {
          value,
          source: 'configuration file',
          context: postmaster.has(setting) ? 'postmaster' : 'sighup',
        },
      ]),
    ),
    roles: [{ name: 'replicator', replication: true, canLogin: true, connectionLimit: -1 }],
    slots: [],
    tablespaces: [],
    replication: [],
    clientConnections: 0,
    walSenders: 0,
    replayPaused: false,
  }
  const hba = changes.facts?.hba === undefined ? defaultHba : changes.facts.hba
  return {
    entry,
    target: {
      name,
      dataDir: entry.dataDir,
      binDir: entry.binDir,
      major,
      port,
      host: entry.host,
      user: entry.user,
      passfile: entry.passfile,
      configFile,
      hbaFile: configFile.replace('postgresql.conf', 'pg_hba.conf'),
      logFile: entry.logFile,
    },
    state: changes.server === null ? 'stopped' : 'running',
    role: 'primary',
    version: String(major),
    systemIdentifier: '7000000000000000001',
    settings: Object.fromEntries(
      Object.entries(values).map(([setting, value]) => [
        setting,
        { value, file: configFile, source: 'file' },
      ]),
    ),
    absoluteIncludes: [],
    hba,
    hbaRules: hba === null ? null : parseHba(hba, major),
    filesReadable: true,
    knowsReplicationPassword: true,
    ownCommands: [],
    tablespaces: changes.server?.tablespaces ?? [],
    sizeBytes: 40_000_000,
    freeBytes: 10_000_000_000,
    portState: { state: 'free' },
    server: changes.server === null ? null : { ...server, ...changes.server },
    unreachableBecause: null,
    foreignOwner: null,
    service: null,
    ...changes.facts,
  }
}

/** A running standby of `upstream` as `clone` makes it, changed as a test wants. */
export function standbyFacts(name: string, upstream: string, changes: InstanceChanges = {}): InstanceFacts {
  const entry = { upstream, slot: name.replaceAll('-', '_'), applicationName: name, ...changes.entry }
  return primaryFacts(name, {
    port: 5433,
    ...changes,
    entry,
    server: changes.server === null ? null : { inRecovery: true, ...changes.server },
    facts: { role: 'standby', ...changes.facts },
  })
}

/** A row of pg_stat_replication, streaming and asynchronous unless told otherwise. */
export const replicationRow = (
  applicationName: string,
  changes: Partial<ReplicationRow> = {},
): ReplicationRow => ({
  pid: 4242,
  usename: 'replicator',
  applicationName,
  clientAddr: '127.0.0.1',
  clientPort: 40_000,
  backendStart: null,
  state: 'streaming',
  sentLsn: '0/3000060',
  writeLsn: '0/3000060',
  flushLsn: '0/3000060',
  replayLsn: '0/3000060',
  writeLag: null,
  flushLag: null,
  replayLag: null,
  syncPriority: 0,
  syncState: 'async',
  replyTime: null,
  ...changes,
})

const knownNames: Readonly<Record<string, string>> = {
  port: 'postmaster',
  max_connections: 'postmaster',
  max_locks_per_transaction: 'postmaster',
  max_prepared_transactions: 'postmaster',
  max_wal_senders: 'postmaster',
  max_worker_processes: 'postmaster',
  shared_buffers: 'postmaster',
  work_mem: 'user',
  search_path: 'user',
  listen_addresses: 'postmaster',
  primary_conninfo: 'sighup',
  primary_slot_name: 'sighup',
  restore_command: 'sighup',
  recovery_min_apply_delay: 'sighup',
  synchronous_standby_names: 'sighup',
  data_directory: 'postmaster',
  server_version: 'internal',
}

const knownSettings: readonly KnownSetting[] = Object.entries(knownNames).map(([name, context]) => ({
  name,
  context,
}))

/** A folder that is not there yet and can be made. */
export const absentPath = (path: string): PathFacts => ({
  kind: 'absent',
  writable: false,
  parentWritable: true,
  readOnlyFileSystem: false,
  freeBytes: 10_000_000_000,
  insideDataDirectory: null,
  pgVersion: null,
  systemIdentifier: null,
  realPath: path,
  problems: [],
})

/** What a hand-made world holds besides its instances. */
export interface WorldChanges {
  readonly platform?: World['platform']
  /** Majors that are installed; 10 to 18 unless told otherwise. */
  readonly majors?: readonly number[]
  /** Tools of every installation. */
  readonly tools?: readonly string[]
  /** Of paths that a plan asks about; the rest are absent. */
  readonly paths?: Readonly<Record<string, Partial<PathFacts>>>
  /** Of ports that a plan asks about; the rest are free. */
  readonly ports?: Readonly<Record<number, PortFacts>>
  readonly freePorts?: readonly number[]
  readonly openJobs?: World['openJobs']
  readonly candidate?: NonNullable<World['candidate']>
  /** Of files that a plan asks for; the rest cannot be read. */
  readonly texts?: NonNullable<World['texts']>
}

/** A world with these instances; what an operation asks for beyond `changes` is as free and absent as can be. */
export interface HandMadeWorld extends WorldChanges {
  readonly instances: readonly InstanceFacts[]
}

export const worldWith = (
  instances: readonly InstanceFacts[] = [],
  changes: WorldChanges = {},
): HandMadeWorld => ({ instances, ...changes })

function baseOf({ instances, platform = 'linux', majors, tools }: HandMadeWorld): WorldBase {
  return {
    platform,
    home,
    installations: (majors ?? [10, 11, 12, 13, 14, 15, 16, 17, 18]).map((major) => ({
      version: `${major}.1`,
      major,
      binDir: binDirOf(major),
      source: 'debian',
      tools: tools ?? ['initdb', 'pg_ctl', 'postgres', 'pg_basebackup', 'psql'],
      shareDir: `/usr/share/postgresql/${major}`,
    })),
    entries: Object.fromEntries(instances.map(({ entry }) => [entry.name, entry])),
  }
}

/** Looks at the hand-made world for what the operation needs, as the real one is looked at, and plans. */
export function planIn(hand: HandMadeWorld, id: string, params: unknown): Planned {
  const operation: Operation | undefined = operations[id]
  if (!operation) throw new Error(`no operation ${id}`)
  const parsed: unknown = operation.params.parse(params)
  const base = baseOf(hand)
  const needs = operation.needs(parsed, base)
  const { instances, paths = {}, ports = {}, freePorts = [5432, 5433, 5434, 5435], candidate } = hand
  const taken = new Set(instances.map(({ target }) => target.port))
  return operation.plan(parsed, {
    ...base,
    instances: Object.fromEntries(instances.map((one) => [one.entry.name, one])),
    ports: Object.fromEntries((needs.ports ?? []).map((port) => [port, ports[port] ?? { state: 'free' }])),
    freePorts: freePorts.filter((port) => !taken.has(port)).slice(0, needs.freePorts ?? 0),
    paths: Object.fromEntries(
      (needs.paths ?? []).map((path) => [path, { ...absentPath(path), ...paths[path] }]),
    ),
    knownSettings: Object.fromEntries((needs.knownSettingsOf ?? []).map((dir) => [dir, knownSettings])),
    openJobs: hand.openJobs ?? [],
    texts: hand.texts ?? {},
    ...(candidate === undefined ? {} : { candidate }),
  })
}

/** The plan; fails with the refusal's code when it is one. */
export function planned(hand: HandMadeWorld, id: string, params: unknown): Plan {
  const result = planIn(hand, id, params)
  if (result.kind === 'refused')
    throw new Error(`${id} refused: ${result.code} ${JSON.stringify(result.params)}`)
  return result.plan
}

/** The refusal; fails when there is a plan. */
export function refused(hand: HandMadeWorld, id: string, params: unknown): Refusal {
  const result = planIn(hand, id, params)
  if (result.kind === 'plan') throw new Error(`${id} has a plan: ${kindsOf(result.plan).join(', ')}`)
  return result
}

export const kindsOf = ({ steps }: Plan): string[] => steps.map(({ kind }) => kind)

export const reasonsOf = ({ confirmations }: Plan): string[] => confirmations.map(({ reason }) => reason)

export const noticesOf = ({ notices }: Plan): string[] => notices.map(({ key }) => key)

/** The steps of one kind, in order. */
export const stepsOfKind = <Kind extends Plan['steps'][number]['kind']>(
  { steps }: Plan,
  kind: Kind,
): Extract<Plan['steps'][number], { kind: Kind }>[] =>
  steps.filter((step): step is Extract<typeof step, { kind: Kind }> => step.kind === kind)

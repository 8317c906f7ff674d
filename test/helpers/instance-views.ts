import type { InstanceStatus, ReplicationRow, WalReceiver } from '../../shared/model/instance-status.ts'
import type { InstanceView } from '../../shared/model/live-state.ts'

/** What a poll sees of an instance: a running primary that nobody follows, but for what is given. */
export const instanceStatus = (name: string, changes: Partial<InstanceStatus> = {}): InstanceStatus => ({
  name,
  state: 'running',
  role: 'primary',
  port: 5432,
  dataDir: `/srv/${name}/data`,
  version: '18.4',
  major: 18,
  pid: 100,
  systemIdentifier: '1',
  timeline: 1,
  upstream: null,
  walLsn: null,
  receiveLsn: null,
  replayLsn: null,
  lagBytes: null,
  lagSeconds: null,
  syncState: null,
  replication: [],
  walReceiver: null,
  findings: [],
  ...changes,
})

type ViewChanges = Partial<InstanceStatus> & { readonly entry?: Partial<InstanceView['entry']> }

/** An instance as windows see it: as `instanceStatus` has it, made by this program. */
export const view = (name: string, { entry, ...changes }: ViewChanges = {}): InstanceView => ({
  ...instanceStatus(name, changes),
  entry: {
    binDir: '/usr/lib/postgresql/18/bin',
    configFile: null,
    host: '127.0.0.1',
    user: 'postgres',
    logFile: `/srv/${name}/log/server.log`,
    slot: null,
    applicationName: null,
    replicationRole: 'replicator',
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
    ...entry,
  },
})

/** A running standby that streams from `upstream`. */
export const standby = (name: string, upstream: string, changes: ViewChanges = {}): InstanceView =>
  view(name, {
    role: 'standby',
    upstream,
    port: 5433,
    walReceiver: walReceiver(),
    ...changes,
    entry: { applicationName: name, ...changes.entry },
  })

/** The row of pg_stat_wal_receiver of a standby that streams. */
export const walReceiver = (changes: Partial<WalReceiver> = {}): WalReceiver => ({
  pid: 7,
  status: 'streaming',
  writtenLsn: null,
  flushedLsn: null,
  receivedTli: 1,
  lastMsgReceiptTime: null,
  latestEndLsn: null,
  slotName: null,
  senderHost: '127.0.0.1',
  senderPort: 5432,
  ...changes,
})

/** The row of pg_stat_replication of a standby that streams, asynchronously. */
export const sender = (applicationName: string, changes: Partial<ReplicationRow> = {}): ReplicationRow => ({
  pid: 9,
  usename: 'replicator',
  applicationName,
  clientAddr: '127.0.0.1',
  clientPort: 40_000,
  backendStart: null,
  state: 'streaming',
  sentLsn: null,
  writeLsn: null,
  flushLsn: null,
  replayLsn: null,
  writeLag: null,
  flushLag: null,
  replayLag: null,
  syncPriority: 0,
  syncState: 'async',
  replyTime: null,
  ...changes,
})

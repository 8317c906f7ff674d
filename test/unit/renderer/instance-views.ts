import type { InstanceView } from '../../../shared/model/live-state.ts'

/** An instance as windows see it: a running primary that nobody follows, but for what is given. */
export const view = (name: string, changes: Partial<InstanceView> = {}): InstanceView => ({
  name,
  state: 'running',
  role: 'primary',
  port: 5432,
  dataDir: `/data/${name}`,
  version: '18.1',
  major: 18,
  pid: 1,
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
  entry: {
    binDir: '/bin',
    configFile: null,
    host: '127.0.0.1',
    user: 'postgres',
    logFile: '/log',
    slot: null,
    applicationName: null,
    replicationRole: 'replicator',
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
  },
  ...changes,
})

/** A running standby of `upstream`. */
export const standbyOf = (
  upstream: string,
  name: string,
  changes: Partial<InstanceView> = {},
): InstanceView => view(name, { role: 'standby', upstream, ...changes })

/** A row of pg_stat_replication of a standby that streams. */
export const sender = (applicationName: string, pid = 9): InstanceView['replication'][number] => ({
  pid,
  usename: 'replicator',
  applicationName,
  clientAddr: '127.0.0.1',
  clientPort: 1,
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
})

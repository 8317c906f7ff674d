import { expect, test } from 'vitest'
import { commitsHang, standbysOf } from '../../../../renderer/features/wizards/synchronous/standbys-of.ts'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import type { ReplicationRow } from '../../../../shared/model/instance-status.ts'

const row = (applicationName: string, syncState: string): ReplicationRow => ({
  pid: 1,
  usename: null,
  applicationName,
  clientAddr: null,
  clientPort: null,
  backendStart: null,
  state: 'streaming',
  sentLsn: null,
  writeLsn: null,
  flushLsn: null,
  replayLsn: null,
  writeLag: null,
  flushLag: null,
  replayLag: null,
  syncPriority: 1,
  syncState,
  replyTime: null,
})

const view = (name: string, changes: Partial<InstanceView> = {}): InstanceView => ({
  name,
  state: 'running',
  role: 'primary',
  port: 5432,
  dataDir: '/d',
  version: '18.4',
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
    logFile: '/l',
    slot: null,
    applicationName: name,
    replicationRole: 'replicator',
    origin: 'made',
    supersededBy: null,
    link: null,
    trusted: true,
  },
  ...changes,
})

test('standbys that stream come first, then those that are away; foreign ones have no name', () => {
  const upstream = view('p', { replication: [row('b', 'sync'), row('stranger', 'async')] })
  const all = [upstream, view('a', { upstream: 'p' }), view('b', { upstream: 'p' }), view('c')]
  expect(standbysOf(upstream, all)).toEqual([
    { name: 'b', applicationName: 'b', state: 'streaming', syncState: 'sync', syncPriority: 1 },
    { name: null, applicationName: 'stranger', state: 'streaming', syncState: 'async', syncPriority: 1 },
    { name: 'a', applicationName: 'a', state: null, syncState: null, syncPriority: null },
  ])
  expect(standbysOf(undefined, all)).toEqual([])
})

test('commits hang when standbys are named and none of them streams', () => {
  expect(commitsHang(view('p', { replication: [row('b', 'async')] }), 'a')).toBe(true)
  expect(commitsHang(view('p', { replication: [row('a', 'sync')] }), 'a')).toBe(false)
  expect(commitsHang(view('p', { replication: [row('a', 'quorum')] }), 'ANY 1 (a)')).toBe(false)
  expect(commitsHang(view('p'), ' ')).toBe(false)
  expect(commitsHang(view('p', { state: 'stopped' }), 'a')).toBe(false)
})

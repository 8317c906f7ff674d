import { expect, test } from 'vitest'
import { stamped } from '../../../../electron/core/instances/observed-state.ts'
import { buildEvidence } from '../../../../electron/core/monitor/evidence.ts'
import type { Observation } from '../../../../electron/core/monitor/observation.ts'
import { alpha, beta, observed, streaming } from './observations.ts'

const sourcesOf = (field: string, observation: Observation, all: readonly Observation[] = []) =>
  buildEvidence(observation, all)[field]?.sources

const query = (server: string, asked: string) => ({ code: 'query', params: { server, query: asked } })

test('an answering server is evidence by its address and by what it was asked, under the names of its version', () => {
  expect(sourcesOf('state', alpha())).toEqual([{ code: 'answers', params: { server: '127.0.0.1:21000' } }])
  expect(sourcesOf('role', alpha())).toEqual([query('127.0.0.1:21000', 'pg_is_in_recovery() = false')])
  expect(sourcesOf('walLsn', alpha())).toEqual([query('127.0.0.1:21000', 'pg_current_xlog_location()')])
  expect(sourcesOf('walLsn', alpha({ server_version_num: 180004 }))).toEqual([
    query('127.0.0.1:21000', 'pg_current_wal_lsn()'),
  ])
  expect(sourcesOf('replayLsn', beta())).toEqual([query('127.0.0.1:21001', 'pg_last_xlog_replay_location()')])
})

test('lag is read on both sides, and of an upstream that is down from what it said last', () => {
  const standby = beta({ ...streaming, server_version_num: 180004 })
  const upstream = alpha({ server_version_num: 180004 })
  const replayed = query('127.0.0.1:21001', 'pg_last_wal_replay_lsn()')
  expect(sourcesOf('lagBytes', standby, [upstream, standby])).toEqual([
    query('127.0.0.1:21000', 'pg_current_wal_lsn()'),
    replayed,
  ])
  expect(sourcesOf('lagBytes', standby, [observed('alpha', 21_000, null), standby])).toEqual([
    query('127.0.0.1:21001', 'pg_stat_wal_receiver.latest_end_lsn'),
    replayed,
  ])
})

test('where a standby streams from is a setting of the server, else a line of its file', () => {
  expect(sourcesOf('upstream', beta())).toEqual([query('127.0.0.1:21001', 'primary_conninfo')])
  const stopped = observed('beta', 21_001, null)
  const conninfo = { value: 'port=21000', file: '/d/recovery.conf', source: 'recovery' } as const
  const files = { ...stopped.files, role: 'standby' as const, settings: { primary_conninfo: conninfo } }
  expect(sourcesOf('upstream', { ...stopped, files })).toEqual([
    { code: 'setting', params: { file: '/d/recovery.conf', setting: 'primary_conninfo' } },
  ])
})

test('a full version of a stopped server comes from its programs', () => {
  const stopped = observed('alpha', 21_000, null)
  expect(sourcesOf('version', { ...stopped, installedVersion: '18.4' })).toEqual([
    { code: 'installation', params: { folder: '/b' } },
  ])
  expect(sourcesOf('version', stopped)).toBeUndefined()
})

test('why a server cannot be asked stands beside what its files say', () => {
  const silent = observed('alpha', 21_000, null)
  const seen = { code: 'process', params: { file: '/d/postmaster.pid', pid: 7 } } as const
  const files = { ...silent.files, evidence: stamped('2026-01-01', { state: [seen] }) }
  const unreachable = { code: 'wrong-password', message: 'no' }
  expect(sourcesOf('state', { ...silent, files, unreachable })).toEqual([
    seen,
    { code: 'said', params: { server: '127.0.0.1:21000', message: 'no' } },
  ])
})

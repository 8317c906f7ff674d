import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  altered,
  empty,
  failedOver,
  foreign,
  foreignTarget,
  linked,
  onlyStandby,
  pair,
  paused,
  plain,
  primary,
  quick,
  relayPort,
  stopped,
  synchronousPair,
  tablespace,
  triggered,
} from './fixtures.ts'
import type { Fixture, World } from './world.ts'

/** One operation, begun from one fixture. */
export interface Scenario {
  readonly title: string
  readonly fixture: Fixture
  readonly operation: string
  params(world: World): unknown
  /** Standbys that `verify` must find in order when the operation is done. */
  readonly verify?: readonly string[]
  /** Its steps are those of other scenarios: left to the whole matrix. */
  readonly isVariant?: true
}

const clone = (world: World, more: object = {}) => ({
  source: 'alpha',
  name: 'beta',
  port: world.port + 1,
  ...more,
})

const rule = {
  type: 'host',
  database: 'all',
  user: 'someone',
  address: '192.0.2.0/24',
  method: 'scram-sha-256',
}

/** An edit as an editor gives it: what it loaded, and that with lines at its end. */
const editOf = (world: World, file: 'postgresql.conf' | 'pg_hba.conf', more: string) => {
  const baseText = readFileSync(path.join(world.home, 'instances', 'alpha', 'data', file), 'utf8')
  return { name: 'alpha', file, baseText, text: baseText + more, reload: true }
}

/** Every operation, in each of the ways that differ in their steps. */
export const scenarios: readonly Scenario[] = [
  {
    title: 'create',
    fixture: empty(18),
    operation: 'create',
    params: ({ port, binDir }) => ({ name: 'alpha', port, pg: binDir, settings: quick }),
  },
  {
    title: 'adopt',
    fixture: foreign,
    operation: 'adopt',
    params: (world) => ({ name: 'alpha', dataDir: foreignTarget(world).dataDir, binDir: world.binDir }),
  },
  {
    title: 'clone, by copying files',
    fixture: primary(18),
    operation: 'clone',
    params: (world) => clone(world, { method: 'copy' }),
    verify: ['beta'],
  },
  {
    title: 'clone, by pg_basebackup',
    fixture: primary(15),
    operation: 'clone',
    params: (world) => clone(world, { method: 'basebackup' }),
    verify: ['beta'],
  },
  {
    title: 'clone --sync, of a source that is not ready',
    fixture: plain(18),
    operation: 'clone',
    params: (world) => clone(world, { method: 'copy', sync: true }),
    verify: ['beta'],
  },
  {
    title: 'clone, with a tablespace',
    isVariant: true,
    fixture: tablespace,
    operation: 'clone',
    params: (world) => clone(world, { method: 'copy' }),
    verify: ['beta'],
  },
  {
    title: 'pair',
    isVariant: true,
    fixture: empty(18),
    operation: 'pair',
    params: ({ port, binDir }) => ({
      name: 'alpha',
      port,
      standby: 'beta',
      standbyPort: port + 1,
      pg: binDir,
    }),
    verify: ['beta'],
  },
  {
    title: 'reclone, of a running standby',
    fixture: pair(18),
    operation: 'reclone',
    params: () => ({ name: 'beta' }),
    verify: ['beta'],
  },
  {
    title: 'reclone --from, after a failover',
    isVariant: true,
    fixture: failedOver,
    operation: 'reclone',
    params: () => ({ name: 'gamma', from: 'beta' }),
    verify: ['gamma'],
  },
  { title: 'start', fixture: stopped, operation: 'start', params: () => ({ name: 'alpha' }) },
  { title: 'stop', fixture: primary(18), operation: 'stop', params: () => ({ name: 'alpha' }) },
  {
    title: 'stop, of a standby, smart',
    isVariant: true,
    fixture: pair(18),
    operation: 'stop',
    params: () => ({ name: 'beta', mode: 'smart' }),
  },
  { title: 'restart', fixture: primary(18), operation: 'restart', params: () => ({ name: 'alpha' }) },
  { title: 'reload', fixture: primary(18), operation: 'reload', params: () => ({ name: 'alpha' }) },
  {
    title: 'promote, by pg_ctl',
    fixture: onlyStandby,
    operation: 'promote',
    params: () => ({ name: 'beta', by: 'pg_ctl' }),
  },
  {
    title: 'promote, by SQL',
    isVariant: true,
    fixture: onlyStandby,
    operation: 'promote',
    params: () => ({ name: 'beta', by: 'sql' }),
  },
  {
    title: 'promote, by trigger file',
    fixture: triggered,
    operation: 'promote',
    params: () => ({ name: 'beta', by: 'trigger' }),
  },
  {
    title: 'synchronous on',
    fixture: pair(18),
    operation: 'synchronous',
    params: () => ({ standby: 'beta', on: true }),
    verify: ['beta'],
  },
  {
    title: 'synchronous off',
    fixture: synchronousPair,
    operation: 'synchronous',
    params: () => ({ standby: 'beta', on: false }),
    verify: ['beta'],
  },
  { title: 'pause', fixture: pair(18), operation: 'pause', params: () => ({ standby: 'beta' }) },
  { title: 'resume', fixture: paused, operation: 'resume', params: () => ({ standby: 'beta' }) },
  {
    title: 'config, in postgresql.conf',
    fixture: primary(18),
    operation: 'config',
    params: () => ({ name: 'alpha', settings: { work_mem: '7MB', max_connections: '50' } }),
  },
  {
    title: 'config, in postgresql.auto.conf of a running server',
    fixture: altered,
    operation: 'config',
    params: () => ({ name: 'alpha', settings: { work_mem: '7MB' } }),
  },
  {
    title: 'config, of a stopped server',
    isVariant: true,
    fixture: stopped,
    operation: 'config',
    params: () => ({ name: 'alpha', settings: { work_mem: '7MB' } }),
  },
  { title: 'hba', fixture: primary(18), operation: 'hba', params: () => ({ name: 'alpha', rule }) },
  {
    title: 'recovery',
    fixture: pair(18),
    operation: 'recovery',
    params: () => ({ name: 'beta', settings: { recovery_min_apply_delay: '1s' } }),
    verify: ['beta'],
  },
  {
    title: 'link, put in between',
    fixture: pair(18),
    operation: 'link',
    params: (world) => ({ standby: 'beta', port: relayPort(world) }),
  },
  {
    title: 'link, taken out',
    fixture: linked,
    operation: 'link',
    params: () => ({ standby: 'beta', port: null }),
  },
  {
    title: 'edit, of postgresql.conf',
    fixture: primary(18),
    operation: 'edit',
    params: (world) => editOf(world, 'postgresql.conf', "work_mem = '7MB'\nmax_connections = 50\n"),
  },
  {
    title: 'edit, of pg_hba.conf',
    isVariant: true,
    fixture: primary(18),
    operation: 'edit',
    params: (world) => editOf(world, 'pg_hba.conf', 'host all someone 192.0.2.0/24 scram-sha-256\n'),
  },
  {
    title: 'edit, of a stopped server',
    isVariant: true,
    fixture: stopped,
    operation: 'edit',
    params: (world) => editOf(world, 'postgresql.conf', "work_mem = '7MB'\n"),
  },
  { title: 'remove, of a standby', fixture: pair(18), operation: 'remove', params: () => ({ name: 'beta' }) },
  {
    title: 'remove --delete-data, of a synchronous standby',
    fixture: synchronousPair,
    operation: 'remove',
    params: () => ({ name: 'beta', deleteData: true }),
  },
  {
    title: 'remove, of an adopted server that runs on',
    fixture: plain(18),
    operation: 'remove',
    params: () => ({ name: 'alpha' }),
  },
  {
    title: 'script',
    fixture: stopped,
    operation: 'script',
    params: (world) => ({ names: ['alpha'], shell: 'sh', out: path.join(world.root, 'scripts', 'new') }),
  },
]

/** The long ones, by half of the time: those that make or copy a data directory. */
export const makesServers = ({ operation }: Scenario): boolean =>
  ['create', 'clone', 'pair', 'reclone'].includes(operation)

import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { initTestServer, startTestServer, testTarget } from '../test-server.ts'
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

const quick = {
  fsync: 'off',
  shared_buffers: '16MB',
  wal_retrieve_retry_interval: '100ms',
  wal_receiver_status_interval: '1s',
}

const alpha = 'home/instances/alpha/data'
const beta = 'home/instances/beta/data'

const create = (world: World) =>
  world.perform('create', { name: 'alpha', port: world.port, pg: world.binDir, settings: quick })

const createPair = async (world: World): Promise<void> => {
  await create(world)
  await world.perform('clone', { source: 'alpha', name: 'beta', port: world.port + 1, method: 'copy' })
}

const empty = (major: number): Fixture => ({
  id: `empty-${major}`,
  major,
  running: [],
  build: async () => undefined,
})

const primary = (major: number): Fixture => ({
  id: `primary-${major}`,
  major,
  running: [alpha],
  build: create,
})

const stopped: Fixture = { id: 'stopped', major: 18, running: [], build: create }

const pair = (major: number): Fixture => ({
  id: `pair-${major}`,
  major,
  running: [alpha, beta],
  build: createPair,
})

const onlyStandby: Fixture = { id: 'pair-18', major: 18, running: [beta], build: createPair }

const paused: Fixture = {
  id: 'pair-18',
  major: 18,
  running: [alpha, beta],
  build: createPair,
  prepare: (world) => world.ask('beta', 'select pg_wal_replay_pause()'),
}

const triggered: Fixture = {
  id: 'triggered',
  major: 15,
  running: [beta],
  async build(world) {
    await createPair(world)
    const file = path.join(world.home, 'beta.trigger')
    await world.perform('recovery', { name: 'beta', settings: { trigger_file: file } })
  },
}

const synchronousPair: Fixture = {
  id: 'synchronous',
  major: 18,
  running: [alpha, beta],
  async build(world) {
    await createPair(world)
    await world.perform('synchronous', { standby: 'beta', on: true })
  },
}

const withTablespace = (id: string, build: (world: World) => Promise<void>, running: readonly string[]) => ({
  id,
  major: 18,
  running,
  async build(world: World) {
    await create(world)
    const folder = path.join(world.root, 'spaces', 'one')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await world.ask('alpha', `create tablespace one location '${folder}'`)
    await world.ask('alpha', 'create table t tablespace one as select generate_series(1, 100) n')
    await build(world)
  },
})

const tablespace: Fixture = withTablespace('tablespace', async () => undefined, [alpha])

const altered: Fixture = {
  id: 'altered',
  major: 18,
  running: [alpha],
  async build(world) {
    await create(world)
    await world.ask('alpha', `alter system set work_mem = '6MB'`)
  },
}

const foreignTarget = (world: World) =>
  testTarget(path.join(world.root, 'foreign'), 'data', {
    major: world.major,
    binDir: world.binDir,
    port: world.port,
  })

/** Somebody's initdb with nothing set up for standbys. */
const makeForeign = async (world: World): Promise<void> => {
  const target = foreignTarget(world)
  await initTestServer(target, { wal_level: 'minimal', max_wal_senders: '0' })
  await startTestServer(target)
  await mkdir(path.join(world.home, 'credentials'), { recursive: true, mode: 0o700 })
  await cp(path.join(world.root, 'foreign', 'passfile'), path.join(world.home, 'credentials', 'alpha.pgpass'))
}

const foreign: Fixture = { id: 'foreign', major: 18, running: ['foreign/data'], build: makeForeign }

const plain = (major: number): Fixture => ({
  id: `plain-${major}`,
  major,
  running: ['foreign/data'],
  async build(world) {
    await makeForeign(world)
    await world.perform('adopt', {
      name: 'alpha',
      dataDir: foreignTarget(world).dataDir,
      binDir: world.binDir,
    })
    // So that the log that a server started by us writes to is there already.
    await world.perform('restart', { name: 'alpha' })
  },
})

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

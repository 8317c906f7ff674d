import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { initTestServer, startTestServer, testTarget } from '../test-server.ts'
import type { Fixture, World } from './world.ts'

export const quick = {
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

export const empty = (major: number): Fixture => ({
  id: `empty-${major}`,
  major,
  running: [],
  build: async () => undefined,
})

export const primary = (major: number): Fixture => ({
  id: `primary-${major}`,
  major,
  running: [alpha],
  build: create,
})

export const stopped: Fixture = { id: 'stopped', major: 18, running: [], build: create }

export const pair = (major: number): Fixture => ({
  id: `pair-${major}`,
  major,
  running: [alpha, beta],
  build: createPair,
})

export const onlyStandby: Fixture = { id: 'pair-18', major: 18, running: [beta], build: createPair }

export const paused: Fixture = {
  id: 'pair-18',
  major: 18,
  running: [alpha, beta],
  build: createPair,
  prepare: (world) => world.ask('beta', 'select pg_wal_replay_pause()'),
}

export const triggered: Fixture = {
  id: 'triggered',
  major: 15,
  running: [beta],
  async build(world) {
    await createPair(world)
    const file = path.join(world.home, 'beta.trigger')
    await world.perform('recovery', { name: 'beta', settings: { trigger_file: file } })
  },
}

export const synchronousPair: Fixture = {
  id: 'synchronous',
  major: 18,
  running: [alpha, beta],
  async build(world) {
    await createPair(world)
    await world.perform('synchronous', { standby: 'beta', on: true })
  },
}

/** The primary went down, one standby was promoted, and the other one still waits for the old primary. */
export const failedOver: Fixture = {
  id: 'failed-over',
  major: 18,
  running: [beta, 'home/instances/gamma/data'],
  async build(world) {
    await createPair(world)
    await world.perform('clone', { source: 'alpha', name: 'gamma', port: world.port + 2, method: 'copy' })
    await world.perform('stop', { name: 'alpha' })
    await world.perform('promote', { name: 'beta' })
  },
}

/** Where a relay would be; nobody listens there. */
export const relayPort = ({ port }: World): number => port + 4

/** Its relay is gone, so it could not stream if its primary ran. */
export const linked: Fixture = {
  id: 'linked',
  major: 18,
  running: [beta],
  async build(world) {
    await createPair(world)
    await world.perform('link', { standby: 'beta', port: relayPort(world) })
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

export const tablespace: Fixture = withTablespace('tablespace', async () => undefined, [alpha])

export const altered: Fixture = {
  id: 'altered',
  major: 18,
  running: [alpha],
  async build(world) {
    await create(world)
    await world.ask('alpha', `alter system set work_mem = '6MB'`)
  },
}

export const foreignTarget = (world: World) =>
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

export const foreign: Fixture = { id: 'foreign', major: 18, running: ['foreign/data'], build: makeForeign }

export const plain = (major: number): Fixture => ({
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

import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readIdentity } from '../../electron/system/process/identity.ts'
import { runProgram } from '../../electron/system/process/run-program.ts'
import { openLoadSession, startLoad } from '../helpers/load.ts'
import { expectVerified } from '../helpers/major-scenario.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { program, testInstallations } from '../helpers/test-server.ts'

let made: TestCore | undefined

afterEach(async () => {
  await made?.clear()
  made = undefined
})

const createPair = async (binDir: string, port: number): Promise<TestCore> => {
  const core = await createTestCore()
  made = core
  const settings = { ...quickSettings, unix_socket_directories: `${core.home}, ${core.home}/instances` }
  await core.perform('create', { name: 'alpha', port, pg: binDir, settings })
  await core.perform('clone', { source: 'alpha', name: 'beta', port: port + 1 })
  await core.ask('alpha', 'create table load (worker int, turn int)')
  return core
}

/** kill -9 of a server that these tests started; returns once the process is dead. */
const killServer = async (core: TestCore, name: string): Promise<void> => {
  const { pid, dataDir } = await core.statusOf(name)
  if (pid === null) throw new Error(`${name} has no process`)
  process.kill(pid, 'SIGKILL')
  await waitUntil(`${dataDir} has no server`, async () => (await readIdentity(pid)) === undefined)
}

const totals = (core: TestCore, name: string) =>
  core.ask(name, 'select count(*) || $$ $$ || coalesce(sum(worker * 100000 + turn), 0) from load')

const insert = (worker: number, turn: number) => `insert into load values (${worker}, ${turn})`

const isStreaming = async (core: TestCore): Promise<boolean> => {
  const [alpha, beta] = await core.status()
  return beta?.walReceiver?.status === 'streaming' && alpha?.replication[0]?.state === 'streaming'
}

/** A statement that looks at nothing else while it runs: what outlives a postmaster that was killed. */
const busyFor = (seconds: number) =>
  `do $$ declare last timestamptz := clock_timestamp() + interval '${seconds} s';
   begin while clock_timestamp() < last loop null; end loop; end $$`

describe.each(testInstallations)('PostgreSQL $major', ({ major, binDir }) => {
  const port = 25_000 + major * 10

  test('a primary killed under load starts at the first call, and its standby comes back by itself', async () => {
    const core = await createPair(binDir, port)
    const load = await startLoad(core, 'alpha', 3, insert)
    await waitUntil('rows', async () => load.committed() > 200)
    const busy = await openLoadSession(core, 'alpha')
    const ended = busy.query(busyFor(3)).catch(() => undefined)
    await waitUntil('a statement at work', async () => {
      const working = `select count(*) from pg_stat_activity where state = 'active' and query like 'do %last%'`
      return (await core.ask('alpha', working)) === '1'
    })
    await killServer(core, 'alpha')

    const [alpha, beta] = await core.status()
    expect(alpha).toMatchObject({ state: 'crashed', role: 'primary', pid: null, replication: [] })
    expect(beta).toMatchObject({ state: 'running', role: 'standby' })
    await waitUntil('beta has lost its upstream', async () => {
      const [crashed, standby] = await core.status()
      expect(crashed?.state).toBe('crashed')
      return standby?.walReceiver?.status !== 'streaming'
    })

    await core.perform('start', { name: 'alpha' })
    expect(await core.statusOf('alpha')).toMatchObject({ state: 'running', role: 'primary' })
    await ended
    await load.stop()
    await waitUntil('streaming', () => isStreaming(core))
    await core.waitUntilCaughtUp('beta', 'alpha')
    expect(await totals(core, 'beta')).toBe(await totals(core, 'alpha'))
    expect(Number(await core.ask('alpha', 'select count(*) from load'))).toBeGreaterThanOrEqual(
      load.committed(),
    )
    await expectVerified(core, 'beta')
  })

  test('a standby killed under load starts at the first call and has all rows', async () => {
    const core = await createPair(binDir, port + 2)
    const load = await startLoad(core, 'alpha', 2, insert)
    await waitUntil('rows', async () => load.committed() > 100)
    await killServer(core, 'beta')
    expect(await core.statusOf('beta')).toMatchObject({ state: 'crashed', role: 'standby', pid: null })
    await waitUntil('alpha has noticed', async () => (await core.statusOf('alpha')).replication.length === 0)
    expect(await core.statusOf('alpha')).toMatchObject({ state: 'running', role: 'primary' })

    await core.perform('start', { name: 'beta' })
    await waitUntil('streaming', () => isStreaming(core))
    await load.stop()
    await core.waitUntilCaughtUp('beta', 'alpha')
    expect(await totals(core, 'beta')).toBe(await totals(core, 'alpha'))
    await expectVerified(core, 'beta')
  })

  test('a smart stop does not wait for those who watch, whoever asked for it', async () => {
    const core = await createPair(binDir, port + 4)
    const watching = new AbortController()
    const states: string[] = []
    const watched = core.watch({
      signal: watching.signal,
      intervalMs: 50,
      onSnapshot: ({ instances: [alpha] }) => void states.push(alpha?.state ?? '?'),
    })
    try {
      await waitUntil('watched', async () => states.filter((state) => state === 'running').length > 2)
      const { dataDir } = await core.statusOf('alpha')
      const begun = Date.now()
      await core.perform('stop', { name: 'alpha', mode: 'smart' })
      expect(Date.now() - begun).toBeLessThan(30_000)
      expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false)

      await core.perform('start', { name: 'alpha' })
      await waitUntil('watched again', async () => states.at(-1) === 'running')
      await runProgram(program(binDir, 'pg_ctl'), ['stop', '-W', '-m', 'smart', '-D', dataDir])
      await waitUntil('stopped by hand', async () => states.at(-1) === 'stopped')
    } finally {
      watching.abort()
      await watched
    }
  })
})

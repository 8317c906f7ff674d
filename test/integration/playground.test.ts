import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { call } from '@orpc/server'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createJobHost } from '../../electron/core/live/job-host.ts'
import { openLiveFeed } from '../../electron/core/live/live-feed.ts'
import { openSettings } from '../../electron/core/settings-store.ts'
import { replication } from '../../electron/faces/rpc/areas/replication.ts'
import type { Host } from '../../electron/faces/rpc/host.ts'
import { createPlanShelf } from '../../electron/faces/rpc/plan-shelf.ts'
import { canListen } from '../../electron/system/platform/ports.ts'
import type { LoadReport } from '../../shared/model/playground.ts'
import { findTestMajor } from '../helpers/majors.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'

const pair = { primary: 'main', standby: 'copy' }
const settings = { ...quickSettings, wal_receiver_status_interval: '1s' }
const open = { delayMs: 0, bytesPerSecond: null, cut: false }

/** The next of a stream that has one. */
const next = async <T>(stream: AsyncIterator<T, unknown>): Promise<T> => {
  const result = await stream.next()
  if (result.done === true) throw new Error('the stream has ended')
  return result.value
}

const drain = async (stream: AsyncIterator<unknown, unknown>): Promise<void> => {
  for (let last = await stream.next(); last.done !== true;) last = await stream.next()
}

const makePair = async (port: number, pg?: string): Promise<TestCore> => {
  const made = await createTestCore(pg === undefined ? [] : [pg])
  await made.perform('create', { name: 'main', port, settings, ...(pg === undefined ? {} : { pg }) })
  await made.perform('clone', { source: 'main', name: 'copy', port: port + 1 })
  return made
}

const until = async (core: TestCore, isStreaming: boolean): Promise<void> =>
  waitUntil(isStreaming ? 'streams' : 'does not stream', async () => {
    const [primary, standby] = [await core.statusOf('main'), await core.statusOf('copy')]
    const both =
      standby.walReceiver?.status === 'streaming' &&
      primary.replication.some(({ state }) => state === 'streaming')
    const neither = standby.walReceiver === null && primary.replication.length === 0
    return isStreaming ? both : neither
  })

describe('a pair of 18', () => {
  let core: TestCore
  beforeAll(async () => {
    core = await makePair(23_500)
    await core.playground.prepare(pair)
  })
  afterAll(() => core.clear())

  const links = () => core.playground.links
  const confOf = (name: string): Promise<string> =>
    readFile(path.join(core.home, 'instances', name, 'data', 'postgresql.conf'), 'utf8')
  const insert = async (): Promise<void> => {
    await links().insert('copy')
    await waitUntil('the link is used', async () => (await links().state('copy'))?.connections === 1)
    await until(core, true)
  }
  const lag = (delayMs: number) => links().adjust('copy', { ...open, delayMs })

  test('two windows prepare at once, and find the same', async () => {
    await core.playground.clear(pair)
    const [one, other] = await Promise.all([core.playground.prepare(pair), core.playground.prepare(pair)])
    expect(one).toEqual(other)
  })

  test('a row is inserted and arrives; preparing again counts it', async () => {
    const row = await core.playground.insertRow(pair)
    expect(row.commitMs).toBeGreaterThan(0)
    expect(row.arrivedMs).not.toBeNull()
    const again = await core.playground.insertRow(pair)
    expect(again.id).toBe(row.id + 1)
    expect(await core.playground.prepare(pair)).toEqual({
      database: 'pgtandem_playground',
      table: 'arrivals',
      rows: 2,
    })
    const { rows } = await core.sql('copy', {
      sql: `select text from arrivals where id = ${String(row.id)}`,
      database: 'pgtandem_playground',
    })
    expect(rows).toEqual([[row.text]])
  })

  test('a link delays what arrives, cuts the stream and lets it flow again; taken out, nothing is left of it', async () => {
    const before = await confOf('copy')
    await insert()
    expect(await links().state('copy')).toMatchObject({ standby: 'copy', upstream: 'main', ...open })
    expect(await core.statusOf('copy')).toMatchObject({ upstream: 'main' })
    expect(await confOf('copy')).not.toBe(before)

    // The delay of a connection grows with its age.
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await lag(1000)
    const { arrivedMs } = await core.playground.insertRow(pair)
    expect(arrivedMs).toBeGreaterThanOrEqual(900)
    expect(arrivedMs).toBeLessThan(5000)
    await lag(0)
    expect((await core.playground.insertRow(pair)).arrivedMs).toBeLessThan(900)

    await links().adjust('copy', { ...open, cut: true })
    await until(core, false)
    expect((await core.statusOf('copy')).findings.map(({ code }) => code)).toContain(
      'link-lets-nothing-through',
    )
    await links().adjust('copy', open)
    await until(core, true)
    expect((await links().state('copy'))?.bytesForwarded).toBeGreaterThan(0)

    const port = (await links().state('copy'))?.port
    await links().remove('copy')
    expect(await links().state('copy')).toBeNull()
    expect(await confOf('copy')).toBe(before)
    await waitUntil('it streams without the link', async () => {
      const { walReceiver: receiver } = await core.statusOf('copy')
      return receiver?.senderPort === 23_500 && receiver.status === 'streaming'
    })
    await until(core, true)
    const { walReceiver, findings } = await core.statusOf('copy')
    expect(walReceiver?.senderPort).not.toBe(port)
    expect(findings).toEqual([])
    await expect(links().adjust('copy', open)).rejects.toMatchObject({ code: 'link-not-there' })
  })

  test('the port that is offered for a plan is the one of the link; offered and not taken, it is free again', async () => {
    const leaving = new AbortController()
    const offer = links().offer('copy', leaving.signal)
    const port = await next(offer)
    expect(await canListen(port, '127.0.0.1')).toBe(false)
    await expect(links().insert('copy', { port: port + 1 })).rejects.toMatchObject({ code: 'changed-world' })
    expect(await links().insert('copy', { port })).toMatchObject({ port })
    leaving.abort()
    expect((await offer.next()).done).toBe(true)
    await waitUntil('the link is used', async () => (await links().state('copy'))?.connections === 1)
    await links().remove('copy')
    expect(await canListen(port, '127.0.0.1')).toBe(true)

    const again = new AbortController()
    const unused = links().offer('copy', again.signal)
    const other = await next(unused)
    again.abort()
    expect((await unused.next()).done).toBe(true)
    expect(await canListen(other, '127.0.0.1')).toBe(true)
    await expect(links().insert('copy', { port: other })).rejects.toMatchObject({ code: 'changed-world' })
    await until(core, true)
  })

  test('a load writes at its rate, says so twice a second, and ends when it is left', async () => {
    const reports: LoadReport[] = []
    const startedAt = performance.now()
    for await (const report of core.playground.load('main', 5000, new AbortController().signal)) {
      reports.push(report)
      if (reports.length === 6) break
    }
    const seconds = (performance.now() - startedAt) / 1000
    expect(seconds).toBeGreaterThan(2.9)
    const last = reports.at(-1)
    expect(last?.stalledMs).toBeNull()
    expect(last?.slowestCommitMs).toBeGreaterThan(0)
    const perSecond = (last?.rowsWritten ?? 0) / seconds
    expect(perSecond).toBeGreaterThan(2500)
    expect(perSecond).toBeLessThan(5100)
    const after = (await core.playground.prepare(pair)).rows
    expect(after).toBeGreaterThanOrEqual(last?.rowsWritten ?? Infinity)
    const sessions = `select count(*) from pg_stat_activity where datname = 'pgtandem_playground'`
    await waitUntil('its session is gone', async () => (await core.ask('main', sessions)) === '0')
    expect((await core.playground.prepare(pair)).rows).toBe(after)
  })

  test('slots and stations are told live, samples from what is remembered on; a stopped server has none', async () => {
    const jobs = createJobHost(core)
    const store = await openSettings(core.home)
    const live = openLiveFeed({
      core,
      jobs,
      settings: store,
      intervalMs: 200,
      onError: (error) => void error,
    })
    const host: Host = {
      core,
      jobs,
      live,
      settings: store,
      plans: createPlanShelf(),
      info: {
        programVersion: 'test',
        face: 'web',
        platform: 'linux',
        shell: 'sh',
        home: core.home,
        folders: { logs: '', downloads: '', instances: '' },
        versions: { node: process.versions.node, electron: null, chrome: null },
        systemLanguage: 'en',
        defaultMajor: 18,
        canOpenPaths: false,
        canPickFolders: false,
        canStartAtLogin: false,
        updates: 'not-installed',
      },
      desktop: null,
      onBug: (error) => void error,
    }
    const leaving = new AbortController()
    const options = { context: host, signal: leaving.signal }
    try {
      const details = await call(replication.details, { name: 'main' }, options)
      const first = await next(details)
      expect(first).toMatchObject({
        synchronousStandbyNames: '',
        synchronousCommit: 'on',
        slots: [{ name: 'copy', active: true, physical: true, walStatus: 'reserved', usedBy: 'copy' }],
        ways: [{ standby: 'copy' }],
      })
      const way = first.ways[0]
      expect(Object.values(way ?? {}).every((station) => station !== null)).toBe(true)
      await core.playground.insertRow(pair)
      // A look that began before the row may tell of another station's move first; the test's own time is the limit.
      let second = await next(details)
      while (second.ways[0]?.written === way?.written) second = await next(details)

      const samples = await call(replication.samples, { names: ['copy', 'main'] }, options)
      const backlog = await next(samples)
      expect(backlog.samples['copy']?.length).toBeGreaterThan(1)
      const lastAt = backlog.samples['copy']?.at(-1)?.atMs ?? Infinity
      const fresh = await next(samples)
      expect(fresh.samples['copy']?.[0]?.atMs).toBeGreaterThan(lastAt)

      await core.perform('stop', { name: 'copy' })
      const empty = await call(replication.details, { name: 'copy' }, options)
      await waitUntil('seen as stopped', async () =>
        live.current().instances.some(({ state }) => state === 'stopped'),
      )
      expect(await next(empty)).toMatchObject({ slots: [], ways: [], synchronousCommit: null })
      await expect(
        (await call(replication.details, { name: 'nobody' }, options)).next(),
      ).rejects.toMatchObject({ data: { code: 'unknown-instance' } })
    } finally {
      leaving.abort()
      await live.close()
      if ((await core.statusOf('copy')).state === 'stopped') await core.perform('start', { name: 'copy' })
      await until(core, true)
    }
  })

  test('a row for a standby that is off does not arrive; a commit that waits for it is ended with a reason', async () => {
    await core.perform('synchronous', { standby: 'copy', on: true })
    await core.perform('stop', { name: 'copy' })
    const waiting = core.playground.insertRow(pair)
    const reports: LoadReport[] = []
    for await (const report of core.playground.load('main', 10, new AbortController().signal)) {
      reports.push(report)
      if (report.stalledMs !== null) break
    }
    expect(reports.at(-1)).toMatchObject({ rowsWritten: 0, rowsPerSecond: 0 })
    await expect(waiting).rejects.toMatchObject({
      code: 'commit-waits',
      params: { primary: 'main', seconds: 10 },
    })
    await core.perform('start', { name: 'copy' })
    await until(core, true)
    await core.perform('synchronous', { standby: 'copy', on: false })
    await core.perform('stop', { name: 'copy' })
    expect((await core.playground.insertRow(pair)).arrivedMs).toBeNull()
    await core.perform('start', { name: 'copy' })
    await until(core, true)
  })

  test('a program that is killed leaves its link behind: that is found, and mended', async () => {
    const before = await confOf('copy')
    const root = path.join(import.meta.dirname, '../..')
    const program = path.join(core.home, 'insert-link.mjs')
    const entry = path.join(root, 'test/helpers/programs/insert-link.ts')
    const bundling = [path.join(root, 'build/build.mjs'), '--entry', entry, '--out', program]
    await promisify(execFile)(process.execPath, bundling)
    const child = spawn(process.execPath, [program, core.home, 'copy'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const inBetween = await core.statusOf('copy')
    expect(inBetween.findings.map(({ code }) => code)).not.toContain('link-left-behind')
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    await until(core, false)
    const { findings, upstream } = await core.statusOf('copy')
    expect(upstream).toBe('main')
    const found = findings.find(({ code }) => code === 'link-left-behind')
    expect(found?.fix).toEqual({ operation: 'link', params: { standby: 'copy', port: null } })
    expect(await links().state('copy')).toBeNull()
    await core.perform(found?.fix?.operation ?? '', found?.fix?.params)
    await until(core, true)
    expect(await confOf('copy')).toBe(before)
    expect((await core.statusOf('copy')).findings).toEqual([])
  })

  test('a program that ends takes its links out first; the database goes without a trace', async () => {
    const before = await confOf('copy')
    await insert()
    await links().close()
    expect(await confOf('copy')).toBe(before)
    await until(core, true)
    await core.playground.clear(pair)
    const databases = `select count(*) from pg_database where datname = 'pgtandem_playground'`
    expect(await core.ask('main', databases)).toBe('0')
    await core.playground.clear(pair)
  })

  test('a linked standby is made again, and promoted, without its link; a load does not hold up a smart stop', async () => {
    await insert()
    await core.perform('reclone', { name: 'copy' })
    expect(await links().state('copy')).toBeNull()
    await until(core, true)
    expect((await core.statusOf('copy')).walReceiver?.senderPort).toBe(23_500)
    await insert()
    await core.playground.prepare(pair)
    const load = core.playground.load('main', 10, new AbortController().signal)
    expect((await next(load)).stalledMs).toBeNull()
    await core.perform('stop', { name: 'main', mode: 'smart' })
    await expect(drain(load)).rejects.toMatchObject({ code: 'connection-lost' })
    await core.perform('promote', { name: 'copy' })
    expect(await links().state('copy')).toBeNull()
    expect(await core.statusOf('copy')).toMatchObject({ role: 'primary', upstream: null, findings: [] })
  })
})

describe.each([
  { major: 11, name: 'recovery.conf' },
  { major: 12, name: 'postgresql.conf' },
])('a pair of $major', ({ major, name }) => {
  test(`a link restarts the standby; ${name} is as it was afterwards; with a link it can be removed`, async (context) => {
    const found = findTestMajor(major)
    if ('skipBecause' in found) {
      context.skip(found.skipBecause)
      return
    }
    const core = await makePair(23_510 + 2 * major, found.binDir)
    const { links } = core.playground
    try {
      const file = path.join(core.home, 'instances', 'copy', 'data', name)
      const before = await readFile(file, 'utf8')
      await links.insert('copy')
      await waitUntil('the link is used', async () => (await links.state('copy'))?.connections === 1)
      await until(core, true)
      expect(await core.statusOf('copy')).toMatchObject({ upstream: 'main' })
      const client = new Client({
        connectionString: await core.connectionUrl('copy', { showPassword: true }),
      })
      // Its connection is about to be cut.
      client.on('error', () => undefined)
      await client.connect()
      await expect(links.remove('copy')).rejects.toMatchObject({ code: 'link-needs-agreement' })
      expect((await client.query('select 1')).rowCount).toBe(1)
      expect((await links.state('copy'))?.connections).toBe(1)
      await links.remove('copy', { agreed: true })
      expect(await readFile(file, 'utf8')).toBe(before)
      await until(core, true)
      const second = new Client({
        connectionString: await core.connectionUrl('copy', { showPassword: true }),
      })
      second.on('error', () => undefined)
      await second.connect()
      await expect(links.insert('copy')).rejects.toMatchObject({ code: 'link-needs-agreement' })
      expect(await links.state('copy')).toBeNull()
      expect(await readFile(file, 'utf8')).toBe(before)
      await second.end()
      await links.insert('copy')
      await core.perform('remove', { name: 'copy', deleteData: true })
      await expect(links.state('copy')).rejects.toMatchObject({ code: 'unknown-instance' })
    } finally {
      await core.clear()
    }
  })
})

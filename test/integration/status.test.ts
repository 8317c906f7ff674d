import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InstanceStatus } from '../../shared/model/instance-status.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { watchStatus, type Snapshot } from '../../electron/core/monitor/poller.ts'
import { readStatus, type MonitorServices } from '../../electron/core/monitor/status.ts'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import { makeTestPair, testEntry, waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, startTestServer, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const [installation] = testInstallations
if (installation === undefined) throw new Error('no installation to test with')

let primary: InstanceTarget
let standby: InstanceTarget
let services: MonitorServices
const fullVersion = { version: `${String(installation.major)}.99`, major: installation.major }
const place = await makeTestFolder()

beforeAll(async () => {
  ;({ primary, standby } = await makeTestPair(place.folder, { ...installation, port: 27_610 }))
  const entries = [testEntry(primary, null), testEntry(standby, 'alpha')]
  services = {
    catalogue: { list: async () => entries },
    readKnownVersion: async (binDir) => (binDir === installation.binDir ? fullVersion : undefined),
  }
})

afterAll(async () => {
  await stopTestServer(standby, 'immediate')
  await stopTestServer(primary, 'immediate')
  await place.clear()
})

const both = async (why = false): Promise<readonly [InstanceStatus, InstanceStatus]> => {
  const [alpha, beta] = await readStatus(services, { why })
  if (alpha === undefined || beta === undefined) throw new Error('an instance has no status')
  return [alpha, beta]
}

const streaming = async (): Promise<boolean> => {
  const [alpha, beta] = await both()
  return beta.walReceiver?.status === 'streaming' && alpha.replication[0]?.state === 'streaming'
}

test('a pair that streams is told with its roles, upstream, positions and evidence', async () => {
  await waitUntil('streaming', streaming)
  await waitUntil('no lag', async () => (await both())[1].lagBytes === 0)
  const [alpha, beta] = await both(true)
  expect(alpha).toMatchObject({
    state: 'running',
    role: 'primary',
    port: primary.port,
    timeline: 1,
    upstream: null,
  })
  expect(alpha.findings).toEqual([])
  expect(beta).toMatchObject({
    state: 'running',
    role: 'standby',
    port: standby.port,
    timeline: 1,
    upstream: 'alpha',
  })
  expect(beta).toMatchObject({ syncState: 'async', lagSeconds: 0, major: installation.major, findings: [] })
  expect(beta.systemIdentifier).toBe(alpha.systemIdentifier)
  expect(alpha.replication).toMatchObject([{ applicationName: 'beta', state: 'streaming' }])
  expect(beta.version).toMatch(new RegExp(`^${String(installation.major)}\\.\\d+$`))
  for (const field of [
    'state',
    'role',
    'port',
    'pid',
    'upstream',
    'replayLsn',
    'lagBytes',
    'timeline',
    'syncState',
  ]) {
    const [source] = beta.evidence?.[field]?.sources ?? []
    expect([field, source?.code]).toEqual([field, expect.stringMatching(/./)])
  }
})

test('only the asked names are told', async () => {
  expect((await readStatus(services, { names: ['beta'] })).map(({ name }) => name)).toEqual(['beta'])
})

test('a paused replay shows lag, and is a finding', async () => {
  await withSession(standby, {}, (session) => session.query('select pg_wal_replay_pause()'))
  await withSession(primary, {}, (session) =>
    session.query('create table paused as select generate_series(1, 1000)'),
  )
  await waitUntil('lag', async () => ((await both())[1].lagBytes ?? 0) > 1000)
  const [, beta] = await both()
  expect(beta.findings).toMatchObject([{ code: 'replay-paused', severity: 'warning' }])
  await withSession(standby, {}, (session) => session.query('select pg_wal_replay_resume()'))
  await waitUntil('no lag', async () => (await both())[1].lagBytes === 0)
})

test('a primary killed with -9 is noticed at once, told truthfully, and found streaming again after its restart', async () => {
  const snapshots: Snapshot[] = []
  const stop = new AbortController()
  const latest = (): readonly InstanceStatus[] => snapshots.at(-1)?.instances ?? []
  const watching = watchStatus(services, {
    intervalMs: 60_000,
    signal: stop.signal,
    onSnapshot: (snapshot) => snapshots.push(snapshot),
  })
  await waitUntil('first snapshot', async () => latest().length === 2)
  const pidText = await readFile(path.join(primary.dataDir, 'postmaster.pid'), 'utf8')
  const killedAtMs = performance.now()
  process.kill(Number(pidText.split('\n')[0]), 'SIGKILL')
  await waitUntil('alpha is no longer called running', async () => latest()[0]?.state !== 'running')
  expect(performance.now() - killedAtMs).toBeLessThan(30_000)
  await waitUntil('beta gets no WAL', async () => (await both())[1].walReceiver?.status !== 'streaming')
  const [alpha, beta] = await both()
  expect(alpha).toMatchObject({ state: 'crashed', pid: null, walLsn: null, replication: [] })
  expect(alpha.findings[0]).toMatchObject({ code: 'server-crashed', severity: 'error' })
  expect(beta).toMatchObject({
    state: 'running',
    role: 'standby',
    upstream: 'alpha',
    lagBytes: null,
    lagSeconds: null,
  })
  expect(beta.findings.map(({ code }) => code)).toContain('upstream-not-running')

  const started = async (): Promise<boolean> =>
    startTestServer(primary).then(
      () => true,
      () => false,
    )
  await waitUntil('started, once the processes of the killed server are gone', started)
  await waitUntil('streaming again', streaming)
  const [back] = await both()
  expect(back).toMatchObject({ state: 'running', role: 'primary' })
  stop.abort()
  await watching
  expect(snapshots[0]?.history.points('beta').length).toBeGreaterThan(1)
  const left = await withSession(primary, {}, (session) =>
    session.query(
      `select count(*)::text as left from pg_stat_activity where application_name = 'pgtandem' and pid <> pg_backend_pid()`,
    ),
  )
  expect(left[0]?.['left']).toBe('0')
})

test('a stopped standby keeps its role and upstream from its files', async () => {
  await stopTestServer(standby)
  const [, beta] = await both()
  expect(beta).toMatchObject({
    state: 'stopped',
    role: 'standby',
    upstream: 'alpha',
    pid: null,
    replayLsn: null,
    version: fullVersion.version,
  })
  await startTestServer(standby)
  await waitUntil('streaming', streaming)
})

test('ten instances are told side by side, in hundreds of milliseconds', async () => {
  const [alpha] = await services.catalogue.list()
  if (alpha === undefined) throw new Error('no entry')
  const ten = Array.from({ length: 10 }, (_, index) => ({ ...alpha, name: `copy${index}` }))
  const many = { ...services, catalogue: { list: async () => ten } }
  await readStatus(many)
  const runsMs: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const startedMs = performance.now()
    await readStatus(many)
    runsMs.push(performance.now() - startedMs)
  }
  const median = runsMs.toSorted((a, b) => a - b)[2] ?? Infinity
  expect(median).toBeLessThan(3000)
  process.stdout.write(`status of ten: ${runsMs.map((ms) => ms.toFixed(0)).join(', ')} ms\n`)
})

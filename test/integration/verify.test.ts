import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTranslator } from '../../shared/i18n/translate.ts'
import { checkIds, type Verification } from '../../shared/model/verification.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { verifyPair } from '../../electron/core/readings/verify.ts'
import { readStatus, type MonitorServices } from '../../electron/core/monitor/status.ts'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import { makeTestPair, testEntry, waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const installation = testInstallations.at(-1)
if (installation === undefined) throw new Error('no installation to test with')

let primary: InstanceTarget
let standby: InstanceTarget
let services: MonitorServices
const place = await makeTestFolder()

beforeAll(async () => {
  ;({ primary, standby } = await makeTestPair(place.folder, { ...installation, port: 27_620 }))
  const entries = [testEntry(primary, null), testEntry(standby, 'alpha')]
  services = {
    catalogue: { list: async () => entries },
    readKnownVersion: async () => undefined,
  }
  await waitUntil('streaming', async () => {
    const [alpha, beta] = await readStatus(services)
    return beta?.walReceiver?.status === 'streaming' && alpha?.replication[0]?.state === 'streaming'
  })
})

afterAll(async () => {
  await stopTestServer(standby)
  await stopTestServer(primary)
  await place.clear()
})

const english = createTranslator('en')
const inEnglish = (checks: Verification['checks']): string[] =>
  checks.map(({ detail }) => english.text(detail))

const schemasLeft = async (): Promise<number> => {
  const rows = await withSession(primary, {}, (session) =>
    session.query(`select nspname from pg_namespace where nspname like 'pgtandem%'`),
  )
  return rows.length
}

test('a good pair passes all six checks, with evidence, and nothing is left', async () => {
  const { ok, checks } = await verifyPair(services, 'beta')
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(ok).toBe(true)
  expect(checks.map(({ id }) => id)).toEqual(checkIds)
  const details = inEnglish(checks)
  expect(details[0]).toMatch(/walsender \d+ .* walreceiver \d+/)
  expect(details[1]).toMatch(/in production.*in archive recovery/)
  expect(details[4]).toContain('cannot execute CREATE SCHEMA in a read-only transaction (SQLSTATE 25006)')
  expect(await schemasLeft()).toBe(0)
})

test('a synchronous standby that is gone does not hang it', async () => {
  await withSession(primary, {}, async (session) => {
    await session.query(`alter system set synchronous_standby_names = 'nobody'`)
    await session.query('select pg_reload_conf()')
  })
  expect((await verifyPair(services, 'beta')).ok).toBe(true)
  await waitUntil('the finding', async () => {
    const [alpha] = await readStatus(services)
    return alpha?.findings[0]?.code === 'synchronous-standby-gone'
  })
  await withSession(primary, {}, async (session) => {
    await session.query('alter system reset synchronous_standby_names')
    await session.query('select pg_reload_conf()')
  })
})

test('with replay paused the row does not arrive within the deadline, and no schema is left', async () => {
  await withSession(standby, {}, (session) => session.query('select pg_wal_replay_pause()'))
  const startedMs = performance.now()
  const { ok, checks } = await verifyPair(services, 'beta', { rowDeadlineMs: 700 })
  expect(performance.now() - startedMs).toBeLessThan(9000)
  expect(ok).toBe(false)
  expect(checks.filter((check) => !check.ok).map(({ id }) => id)).toEqual(['row-travels'])
  expect(inEnglish(checks)[3]).toContain('had not reached beta after 0.7 s')
  expect(await schemasLeft()).toBe(0)
})

test('cancelled while the row is on its way, it leaves no schema', async () => {
  const cancel = new AbortController()
  const verifying = verifyPair(services, 'beta', { signal: cancel.signal, rowDeadlineMs: 60_000 })
  const outcome = verifying.catch((error: unknown) => error)
  await waitUntil('the row is written', async () => (await schemasLeft()) === 1)
  cancel.abort()
  expect(await outcome).toMatchObject({ code: 'cancelled' })
  expect(await schemasLeft()).toBe(0)
  await withSession(standby, {}, (session) => session.query('select pg_wal_replay_resume()'))
})

test('a primary is no standby, and a name that is not known is said', async () => {
  await expect(verifyPair(services, 'alpha')).rejects.toMatchObject({ code: 'not-a-standby' })
  await expect(verifyPair(services, 'nobody')).rejects.toMatchObject({ code: 'unknown-instance' })
})

test('a stopped standby fails its checks instead of throwing', async () => {
  await stopTestServer(standby)
  const { ok, checks } = await verifyPair(services, 'beta')
  expect(ok).toBe(false)
  expect(checks.filter((check) => check.ok).map(({ id }) => id)).toEqual(['same-system-identifier'])
})

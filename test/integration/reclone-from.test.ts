import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Faults } from '../../electron/core/plan/job/job-runtime.ts'
import type { Finding } from '../../shared/model/instance-status.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'

let core: TestCore
/** The kind of step that fails. */
let failing: string | null = null
const faults: Faults = (point, { kind }) => {
  if (point === 'before' && kind === failing) throw new Error('on purpose')
}

/** A primary with two standbys; the first of them is promoted, as after a failover. */
beforeAll(async () => {
  core = await createTestCore([], faults)
  await core.perform('create', { name: 'app', port: 23_020, settings: quickSettings })
  await core.perform('clone', { source: 'app', name: 'first', port: 23_021 })
  await core.perform('clone', { source: 'app', name: 'second', port: 23_022, settings: { work_mem: '7MB' } })
  await core.perform('config', { name: 'second', settings: { maintenance_work_mem: '33MB' } })
  await core.ask('app', 'create table told as select 1 as n')
  await core.waitUntilCaughtUp('first', 'app')
  await core.perform('stop', { name: 'app' })
  await core.perform('promote', { name: 'first' })
  await core.ask('first', 'insert into told values (2)')
})
afterAll(() => core.clear())

const findingOf = async (name: string): Promise<Finding | undefined> =>
  (await core.statusOf(name)).findings.find(({ code }) => code === 'upstream-superseded')
const slots = 'select string_agg(slot_name::text, $$,$$ order by slot_name) from pg_replication_slots'

test('a standby of the superseded primary is said to be one, with the way out', async () => {
  expect(await findingOf('second')).toMatchObject({
    severity: 'warning',
    message: { params: { name: 'second', upstream: 'app', successor: 'first' } },
    fix: { operation: 'reclone', params: { name: 'second', from: 'first' } },
  })
  expect(await findingOf('first')).toBeUndefined()
})

test('made again from the promoted one it streams from that, by its own name, port, settings and slot', async () => {
  const planned = await plansOf(core).plan('reclone', { name: 'second', from: 'first' })
  expect(planned.notices).toContainEqual({
    key: 'notices.slot-stays',
    params: { slot: 'second', upstream: 'app' },
  })
  expect(reasonsOf(planned)).toEqual([])
  const { fix } = (await findingOf('second')) ?? {}
  await core.perform(fix?.operation ?? '', fix?.params)
  const status = await core.statusOf('second')
  expect(status).toMatchObject({
    state: 'running',
    role: 'standby',
    port: 23_022,
    upstream: 'first',
    findings: [],
  })
  expect(await core.verify('second')).toMatchObject({ ok: true })
  expect(await core.ask('second', 'select count(*) from told')).toBe('2')
  expect(await core.ask('second', 'show work_mem')).toBe('7MB')
  expect(await core.ask('second', 'show maintenance_work_mem')).toBe('33MB')
  expect(await core.ask('first', slots)).toBe('second')
})

test('the old primary becomes a standby of it in the same way, after a question, and is superseded no longer', async () => {
  const params = { name: 'app', from: 'first' }
  const planned = await plansOf(core).plan('reclone', params)
  expect(reasonsOf(planned)).toEqual(['loses-data'])
  await core.perform('reclone', params)
  expect(await core.statusOf('app')).toMatchObject({
    role: 'standby',
    port: 23_020,
    upstream: 'first',
    findings: [],
  })
  expect(await core.ask('app', 'select count(*) from told')).toBe('2')
  // As copied: its replication slots were those of the primary that it was.
  expect(await core.ask('app', slots)).toBeNull()
  expect(await core.ask('first', slots)).toBe('app,second')
  expect(await core.namesFor('start')).toEqual(['first', 'app', 'second'])
})

test('what fails on the way to another upstream leaves it with the one it had', async () => {
  const before = await core.statusOf('second')
  for (const kind of ['start-server', 'slot']) {
    failing = kind
    const outcome = await core.run(await plansOf(core).plan('reclone', { name: 'second', from: 'app' }))
    expect([kind, outcome]).toMatchObject([kind, { state: 'failed', aftermath: 'undone' }])
    await waitUntil(
      'it streams as before',
      async () => (await core.statusOf('second')).walReceiver?.status === 'streaming',
    )
    const { upstream, port, findings } = await core.statusOf('second')
    expect({ upstream, port, findings }).toEqual({ upstream: 'first', port: before.port, findings: [] })
    expect(await core.ask('app', slots)).toBeNull()
    expect(await core.ask('first', slots)).toBe('app,second')
  }
  failing = null
})

test('away from an upstream that runs, the slot there goes', async () => {
  await core.perform('reclone', { name: 'second', from: 'app' })
  expect(await core.statusOf('second')).toMatchObject({ upstream: 'app', findings: [] })
  expect(await core.ask('first', slots)).toBe('app')
  await waitUntil('its new slot is used', async () => (await core.ask('app', slots)) === 'second')
})

test('not from itself, from one below it, or from one that is not there', async () => {
  const plans = plansOf(core)
  expect(await plans.refusal('reclone', { name: 'app', from: 'app' })).toBe('upstream-below-itself')
  expect(await plans.refusal('reclone', { name: 'app', from: 'second' })).toBe('upstream-below-itself')
  expect(await plans.refusal('reclone', { name: 'app', from: 'nobody' })).toBe('unknown-instance')
})

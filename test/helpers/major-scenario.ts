import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { checkIds } from '../../shared/model/verification.ts'
import { quickSettings, type TestCore } from './test-core.ts'
import { waitUntil } from './test-pair.ts'

/** One pair of a major's life, told by the operations that users call; each function is one chapter of it. */
export interface Scenario {
  readonly core: TestCore
  readonly major: number
  readonly binDir: string
  /** The first of a range of ten. */
  readonly port: number
}

export const expectVerified = async (core: TestCore, standby: string): Promise<void> => {
  const { ok, checks } = await core.verify(standby)
  expect(checks.filter((check) => !check.ok)).toEqual([])
  expect(checks.map(({ id }) => id)).toEqual(checkIds)
  expect(ok).toBe(true)
}

const insert = (core: TestCore, name: string, rows = 20) =>
  core.ask(name, `insert into load select g, md5(g::text) from generate_series(1, ${rows}) g`)

const totals = (core: TestCore, name: string) =>
  core.ask(name, `select count(*) || ' ' || sum(n) || ' ' || max(t) from load`)

/** A primary whose table grows while it is cloned by copying its files; both have the same rows in the end. */
export const createAndCloneUnderLoad = async ({ core, binDir, port }: Scenario): Promise<void> => {
  await core.perform('create', { name: 'alpha', port, pg: binDir, settings: quickSettings })
  await core.ask('alpha', 'create table load (n int, t text)')
  const done = new AbortController()
  const load = (async () => {
    while (!done.signal.aborted) await insert(core, 'alpha')
  })()
  // A failure is told below, where it is awaited.
  load.catch(() => undefined)
  await core
    .perform('clone', { source: 'alpha', name: 'beta', port: port + 1, method: 'copy' })
    .finally(() => done.abort())
  await load
  await core.waitUntilCaughtUp('beta', 'alpha')
  expect(await totals(core, 'beta')).toBe(await totals(core, 'alpha'))
  await expectVerified(core, 'beta')
  expect(await core.statusOf('beta')).toMatchObject({
    state: 'running',
    role: 'standby',
    upstream: 'alpha',
    timeline: 1,
    walReceiver: { status: 'streaming', slotName: 'beta' },
    findings: [],
  })
}

/** Synchronous and back, paused and back, a setting and back. */
export const changeAndChangeBack = async ({ core }: Scenario): Promise<void> => {
  const isSync = async () => (await core.statusOf('beta')).syncState
  await core.perform('synchronous', { standby: 'beta', on: true })
  await waitUntil('beta is synchronous', async () => (await isSync()) === 'sync')
  await core.perform('synchronous', { standby: 'beta', on: false })
  await waitUntil('beta is asynchronous', async () => (await isSync()) === 'async')

  await core.perform('pause', { standby: 'beta' })
  const before = await totals(core, 'beta')
  await insert(core, 'alpha')
  const written = (await core.statusOf('alpha')).walLsn
  await waitUntil('beta has received the row', async () => {
    const { receiveLsn } = await core.statusOf('beta')
    return (await core.ask('beta', `select '${receiveLsn}'::pg_lsn >= '${written}'::pg_lsn`)) === 't'
  })
  expect(await totals(core, 'beta')).toBe(before)
  await core.perform('resume', { standby: 'beta' })
  await waitUntil('beta has replayed the row', async () => (await totals(core, 'beta')) !== before)

  await core.perform('config', { name: 'alpha', settings: { work_mem: '7MB' } })
  await waitUntil('set', async () => (await core.ask('alpha', 'show work_mem')) === '7MB')
  await core.perform('config', { name: 'alpha', settings: { work_mem: null } })
  await waitUntil('unset', async () => (await core.ask('alpha', 'show work_mem')) === '4MB')
}

/** A standby that was broken by hand is made again in its place. */
export const recloneBroken = async ({ core, port }: Scenario): Promise<void> => {
  await core.perform('stop', { name: 'beta', mode: 'immediate' })
  await core.perform('reclone', { name: 'beta' })
  expect(await core.statusOf('beta')).toMatchObject({ state: 'running', port: port + 1, upstream: 'alpha' })
  await expectVerified(core, 'beta')
}

/** The primary is stopped and the standby takes over; then the next standby, by the next way to promote. */
export const promoteInTurn = async ({ core, major, port }: Scenario): Promise<readonly string[]> => {
  const ways = ['pg_ctl', ...(major <= 15 ? ['trigger'] : []), ...(major >= 12 ? ['sql'] : [])]
  const names = ['alpha', 'beta', 'gamma', 'delta']
  for (const [turn, by] of ways.entries()) {
    const [primary = '', standby = ''] = names.slice(turn)
    if (turn > 0) await core.perform('clone', { source: primary, name: standby, port: port + turn + 1 })
    if (by === 'trigger') await setTriggerFile(core, standby, major)
    await core.perform('stop', { name: primary })
    await core.perform('promote', { name: standby, by })
    await insert(core, standby)
    expect(await core.statusOf(standby)).toMatchObject({
      state: 'running',
      role: 'primary',
      timeline: turn + 2,
      upstream: null,
    })
  }
  return names.slice(0, ways.length + 1)
}

const setTriggerFile = async (core: TestCore, standby: string, major: number): Promise<void> => {
  const file = path.join(core.home, `${standby}.trigger`)
  await core.perform('recovery', { name: standby, settings: { trigger_file: file } })
  if (major < 16) await core.perform('restart', { name: standby })
}

/** All but the last are removed with their data; the last is forgotten, adopted, and then removed as well. */
export const removeAll = async ({ core, binDir }: Scenario, names: readonly string[]): Promise<void> => {
  const last = names.at(-1) ?? ''
  for (const name of names.slice(0, -1)) {
    const { dataDir } = await core.statusOf(name)
    await core.perform('remove', { name, deleteData: true })
    expect(existsSync(dataDir)).toBe(false)
  }
  const { dataDir, systemIdentifier } = await core.statusOf(last)
  await core.perform('remove', { name: last })
  expect(await core.status()).toEqual([])
  await core.perform('adopt', { name: last, dataDir, binDir })
  await core.perform('start', { name: last })
  expect(await core.statusOf(last)).toMatchObject({ state: 'running', role: 'primary', systemIdentifier })
  await core.perform('stop', { name: last })
  await core.perform('remove', { name: last, deleteData: true })
  expect(existsSync(dataDir)).toBe(false)
  const left = await readdir(path.join(core.home, 'instances'), { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => !entry.isDirectory() && !entry.name.endsWith('.log'))).toEqual([])
}

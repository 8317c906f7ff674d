import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { makeGuidePair } from '../helpers/guide-pair.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { makeTestFolder, stopTestServer } from '../helpers/test-server.ts'

const nothingToClear = (): Promise<unknown> => Promise.resolve()

describe.skipIf(whyNoDebian !== '')(`a pair made by hand as guide 003 does${whyNoDebian}`, () => {
  let folder = ''
  let clear = nothingToClear
  let core: TestCore
  let master: InstanceTarget
  let slave: InstanceTarget

  beforeAll(async () => {
    ;({ folder, clear } = await makeTestFolder())
    ;({ master, slave } = await makeGuidePair(folder, { major: 15, binDir: debianBinDir, port: 24_700 }))
    core = await createTestCore()
  })
  afterAll(async () => {
    await stopTestServer(slave)
    await stopTestServer(master)
    await core.clear()
    await clear()
  })

  it('is adopted running, the standby first, and nothing in it changes', async () => {
    const before = await Promise.all([master, slave].map(({ configFile }) => readFile(configFile, 'utf8')))
    await core.perform('adopt', { name: 'slave1', dataDir: slave.dataDir })
    expect((await core.statusOf('slave1')).upstream).toMatch(/:24700$/)
    const planned = await plansOf(core).plan('adopt', { name: 'master', dataDir: master.dataDir })
    expect(planned.notices.map(({ key }) => key)).toEqual(['notices.own-command'])
    const entries = planned.steps.flatMap((step) => (step.kind === 'catalogue' ? [step.entry] : []))
    expect(entries).toMatchObject([{ replicationRole: 'repuser' }, { replicationRole: 'repuser' }])
    await core.perform('adopt', { name: 'master', dataDir: master.dataDir })
    const after = await Promise.all([master, slave].map(({ configFile }) => readFile(configFile, 'utf8')))
    expect(after).toEqual(before)
    expect(await core.statusOf('master')).toMatchObject({ state: 'running', role: 'primary', port: 24_700 })
    expect(await core.statusOf('slave1')).toMatchObject({
      state: 'running',
      role: 'standby',
      port: 24_701,
      upstream: 'master',
    })
    expect(await plansOf(core).refusal('adopt', { name: 'again', dataDir: master.dataDir })).toBe(
      'data-directory-of-instance',
    )
  })

  it('is given the role that its standbys connect as, where the primary is all that is known', async () => {
    const alone = await createTestCore()
    const planned = await plansOf(alone).plan('adopt', { name: 'first', dataDir: master.dataDir })
    await alone.clear()
    expect(planned.steps).toMatchObject([{ entry: { name: 'first', replicationRole: 'repuser' } }])
  })

  it('passes the checks of verify', async () => {
    const { ok, checks } = await core.verify('slave1')
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  it('becomes synchronous and asynchronous again, after a question', async () => {
    const planned = await plansOf(core).plan('synchronous', { standby: 'slave1', on: true })
    expect(reasonsOf(planned)).toEqual(['touches-foreign-files'])
    await core.perform('synchronous', { standby: 'slave1', on: true })
    const sync = `select sync_state from pg_stat_replication`
    expect(await core.ask('master', sync)).toBe('sync')
    await core.perform('synchronous', { standby: 'slave1', on: false })
    expect(await core.ask('master', sync)).toBe('async')
  })

  it('has its configuration changed where it stands, after a question', async () => {
    const settings = { work_mem: '5MB', max_connections: '120' }
    expect(await plansOf(core).refusal('config', { name: 'master', settings })).toBe('standby-needs-it-first')
    const planned = await plansOf(core).plan('config', { name: 'slave1', settings })
    expect(reasonsOf(planned)).toEqual(['touches-foreign-files'])
    expect(planned.notices.map(({ key }) => key)).toEqual(['notices.restart-needed'])
    await core.perform('config', { name: 'slave1', settings: { work_mem: '5MB' } })
    expect(await core.ask('slave1', 'show work_mem')).toBe('5MB')
    const rule = { type: 'host', database: 'all', user: 'guest', address: '127.0.0.1/32', method: 'reject' }
    expect(reasonsOf(await plansOf(core).plan('hba', { name: 'master', rule }))).toEqual([
      'touches-foreign-files',
    ])
    await core.perform('hba', { name: 'master', rule })
    expect(
      await core.ask('master', `select count(*) from pg_hba_file_rules where user_name = '{guest}'`),
    ).toBe('1')
  })

  it('gets its files back when a change of them is refused by the server', async () => {
    const before = await readFile(master.configFile, 'utf8')
    const planned = await plansOf(core).plan('config', { name: 'master', settings: { work_mem: 'plenty' } })
    const outcome = await core.run(planned)
    expect(outcome).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'setting-rejected' },
    })
    expect(await readFile(master.configFile, 'utf8')).toBe(before)
  })

  it('feeds a clone, for which the primary gets a role and a passfile', async () => {
    const password = `select rolpassword from pg_authid where rolname = 'repuser'`
    const before = await core.ask('master', password)
    await core.perform('clone', { source: 'master', name: 'third', port: 24_702 })
    expect((await core.verify('third')).ok).toBe(true)
    expect(await core.ask('master', password)).toBe(before)
    expect(await core.ask('third', `select name from test`)).toBe('mophee')
    await core.perform('clone', { source: 'third', name: 'fourth', port: 24_703 })
    expect((await core.verify('fourth')).ok).toBe(true)
    await core.perform('remove', { name: 'fourth', deleteData: true })
    await core.perform('remove', { name: 'third', deleteData: true })
  })

  it('has its standby made again, which deletes the old copy after a question', async () => {
    const planned = await plansOf(core).plan('reclone', { name: 'slave1' })
    expect(reasonsOf(planned)).toContain('loses-data')
    await core.perform('reclone', { name: 'slave1' })
    expect((await core.verify('slave1')).ok).toBe(true)
    expect(await core.ask('slave1', 'show work_mem')).toBe('5MB')
    expect(existsSync(`${slave.dataDir}.old`)).toBe(false)
  })

  it('runs on when it is only forgotten, and is adopted again stopped', async () => {
    const planned = await plansOf(core).plan('remove', { name: 'slave1' })
    expect(planned.steps.map(({ kind }) => kind)).toEqual(['catalogue'])
    await core.perform('stop', { name: 'slave1' })
    await core.perform('remove', { name: 'slave1' })
    await core.perform('adopt', { name: 'slave1', dataDir: slave.dataDir })
    expect(await core.statusOf('slave1')).toMatchObject({
      state: 'stopped',
      role: 'standby',
      upstream: 'master',
    })
    expect(reasonsOf(await plansOf(core).plan('start', { name: 'slave1' }))).toEqual([])
    await core.perform('start', { name: 'slave1' })
    await waitUntil('slave1 streams', async () => (await core.statusOf('slave1')).walReceiver !== null)
  })

  it('is promoted only when its primary is down, and the old one asks before it starts', async () => {
    expect(await plansOf(core).refusal('promote', { name: 'slave1' })).toBe('primary-may-answer')
    await core.perform('stop', { name: 'master' })
    await core.perform('promote', { name: 'slave1' })
    expect(await core.statusOf('slave1')).toMatchObject({ role: 'primary', upstream: null, timeline: 2 })
    expect(reasonsOf(await plansOf(core).plan('start', { name: 'master' }))).toContain('splits-the-pair')
  })
})

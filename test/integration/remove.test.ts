import { existsSync } from 'node:fs'
import { appendFile, copyFile, mkdir, readdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instancePaths } from '../../electron/core/instances/instance-paths.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { initByHand, makeGuidePair } from '../helpers/guide-pair.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import {
  addSettings,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'
import { waitUntil } from '../helpers/wait-until.ts'

const port = 25_200
const nothingToClear = (): Promise<unknown> => Promise.resolve()

let core: TestCore
let folder = ''
let clear = nothingToClear
let byHand: InstanceTarget[] = []

beforeEach(async () => {
  ;({ folder, clear } = await makeTestFolder())
  core = await createTestCore()
  byHand = []
})

afterEach(async () => {
  for (const target of byHand) if (existsSync(target.dataDir)) await stopTestServer(target)
  await core.clear()
  await clear()
})

const noticesOf = async (operation: string, params: unknown): Promise<string[]> =>
  (await plansOf(core).plan(operation, params)).notices.map(({ key }) => key)

const passfileOf = (name: string): string => instancePaths(core.home, name).passfile

/** A tablespace with a table of one row, which its server no longer has in its WAL: started again it reads that file. */
const makeTablespace = async (name: string, location: string): Promise<void> => {
  await mkdir(location, { recursive: true, mode: 0o700 })
  await core.sql(name, { sql: `create tablespace apart location '${location}'` })
  await core.sql(name, { sql: 'create table far (id int) tablespace apart' })
  await core.sql(name, { sql: 'insert into far values (7)' })
  await core.sql(name, { sql: 'checkpoint' })
}

/** Has a server's only tablespace link lead to the same folder through another link. */
const leadThrough = async (alias: string, { dataDir }: InstanceTarget, location: string): Promise<void> => {
  const links = path.join(dataDir, 'pg_tblspc')
  const [oid = ''] = await readdir(links)
  await symlink(location, alias)
  await rm(path.join(links, oid))
  await symlink(alias, path.join(links, oid))
}

describe.skipIf(whyNoDebian !== '')(`removal of adopted servers${whyNoDebian}`, () => {
  it.each([
    ['the same path', 'shared', ['notices.tablespaces-kept']],
    ['another path', 'alias', []],
  ])('with its data leaves alone the tablespace of its primary, by %s', async (_, name, notices) => {
    const { master, slave } = await makeGuidePair(folder, { major: 15, binDir: debianBinDir, port })
    byHand = [slave, master]
    await core.perform('adopt', { name: 'main', dataDir: master.dataDir })
    await core.perform('adopt', { name: 'copy', dataDir: slave.dataDir })
    const shared = path.join(folder, 'shared')
    await makeTablespace('main', shared)
    await core.waitUntilCaughtUp('copy', 'main')
    if (name !== 'shared') await leadThrough(path.join(folder, name), slave, shared)
    expect(await noticesOf('remove', { name: 'copy', deleteData: true })).toEqual(notices)
    await core.perform('remove', { name: 'copy', deleteData: true })
    expect(existsSync(slave.dataDir)).toBe(false)
    await core.perform('restart', { name: 'main' })
    expect(await core.ask('main', 'select id from far')).toBe('7')
    await core.perform('remove', { name: 'main', deleteData: true })
    expect(await readdir(shared)).toEqual([])
  })

  it('with its data leaves what a server of another major version has in the same tablespace', async () => {
    const shared = path.join(folder, 'shared')
    const names = testInstallations.map(({ major }) => `v${major}`)
    for (const [index, installation] of testInstallations.entries()) {
      const name = names[index] ?? ''
      const target = { ...testTarget(folder, name, { ...installation, port: port + index }), passfile: null }
      await initByHand(target)
      await addSettings(target, { ...quickSettings, port: String(target.port), unix_socket_directories: '' })
      await startTestServer(target)
      byHand.push(target)
      await core.perform('adopt', { name, dataDir: target.dataDir })
      await makeTablespace(name, shared)
    }
    const [stays = '', goes = ''] = names
    await core.perform('remove', { name: goes, deleteData: true })
    expect(await readdir(shared)).toEqual([expect.stringMatching(/^PG_18_\d+$/)])
    await core.perform('restart', { name: stays })
    expect(await core.ask(stays, 'select id from far')).toBe('7')
  })

  it('leaves a standby that is stopped its slot, so that it streams once it is started', async () => {
    const { master, slave } = await makeGuidePair(folder, { major: 15, binDir: debianBinDir, port })
    byHand = [slave, master]
    await core.perform('adopt', { name: 'main', dataDir: master.dataDir })
    await core.sql('main', { sql: `select pg_create_physical_replication_slot('own', true)` })
    await stopTestServer(slave)
    await appendFile(slave.configFile, `primary_slot_name = 'own'\n`)
    await core.perform('adopt', { name: 'copy', dataDir: slave.dataDir })
    expect(await noticesOf('remove', { name: 'copy' })).toEqual(['notices.slot-waits', 'notices.data-stays'])
    await core.perform('remove', { name: 'copy' })
    await startTestServer(slave)
    const active = `select active from pg_replication_slots where slot_name = 'own'`
    await waitUntil('the slot is used', async () => (await core.ask('main', active)) === 't')
  })
})

describe('removal', () => {
  it('with its data leaves the data directory of another instance in its own folder', async () => {
    await core.perform('create', { name: 'first', port, settings: quickSettings })
    const { dataDir } = await core.statusOf('first')
    await core.perform('remove', { name: 'first' })
    await copyFile(passfileOf('first'), passfileOf('second'))
    await core.perform('adopt', { name: 'second', dataDir })
    const elsewhere = path.join(folder, 'elsewhere')
    await core.perform('create', {
      name: 'first',
      port: port + 1,
      dataDir: elsewhere,
      settings: quickSettings,
    })
    expect(await noticesOf('remove', { name: 'first', deleteData: true })).toEqual(['notices.folder-stays'])
    await core.perform('remove', { name: 'first', deleteData: true })
    expect(existsSync(elsewhere)).toBe(false)
    await core.perform('start', { name: 'second' })
    expect(await core.ask('second', 'select 1')).toBe('1')
  })

  it('takes the folders of its tablespaces along where its data is elsewhere', async () => {
    const dataDir = path.join(folder, 'copy')
    await core.perform('create', { name: 'main', port, settings: quickSettings })
    await makeTablespace('main', path.join(folder, 'space'))
    await core.perform('clone', { source: 'main', name: 'copy', port: port + 1, dataDir })
    await core.perform('reclone', { name: 'copy' })
    await core.perform('remove', { name: 'copy', deleteData: true })
    expect(await readdir(folder)).toEqual(['space'])
    expect(await noticesOf('remove', { name: 'main', deleteData: true })).toEqual([
      'notices.tablespaces-kept',
    ])
  })

  it('of both is a way out of a pair whose primary cannot be started, after a question', async () => {
    await core.perform('pair', {
      name: 'main',
      port,
      standby: 'copy',
      standbyPort: port + 1,
      settings: quickSettings,
    })
    await core.perform('synchronous', { standby: 'copy', on: true })
    for (const name of ['copy', 'main']) await core.perform('stop', { name })
    const { dataDir } = await core.statusOf('main')
    await rm(path.join(dataDir, 'global', 'pg_control'))
    expect(await plansOf(core).refusal('remove', { name: 'main', deleteData: true })).toBe('has-standbys')
    const planned = await plansOf(core).plan('remove', { name: 'copy', deleteData: true })
    expect(reasonsOf(planned)).toEqual(['loses-data', 'leaves-slot'])
    await core.perform('remove', { name: 'copy', deleteData: true })
    await core.perform('remove', { name: 'main', deleteData: true })
    expect(await core.status()).toEqual([])
  })
})

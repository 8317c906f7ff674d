import { existsSync } from 'node:fs'
import { mkdir, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTablespaces } from '../../electron/postgres/backup/tablespaces.ts'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { makeTestFolder, testInstallations } from '../helpers/test-server.ts'

const ports: Readonly<Record<number, number>> = { 18: 25_000, 15: 25_010 }

/** Folders of the standby's tablespaces that are there, and the one that its data directory links to. */
const tablespaceFolders = async (dataDir: string) => {
  const dir = path.dirname(dataDir)
  const [tablespace] = await readTablespaces(dataDir)
  return {
    there: (await readdir(dir)).filter((name) => name.endsWith('tablespaces')).toSorted(),
    used: path.relative(dir, path.dirname(tablespace?.location ?? '')),
  }
}

const only = (folder: string) => ({ there: [folder], used: folder })

describe.each(testInstallations)('the tablespaces of a standby made again, $major', ({ major, binDir }) => {
  let core: TestCore
  let clear: () => Promise<void>
  /** Holds the data directories, a tablespace, and things that are none of PgTandem's. */
  let srv: string
  const inSrv = (...names: readonly string[]): string => path.join(srv, ...names)
  const port = ports[major] ?? 0

  beforeAll(async () => {
    const made = await makeTestFolder()
    clear = made.clear
    srv = path.join(made.folder, 'srv')
    await mkdir(inSrv('notes', 'deep'), { recursive: true })
    await mkdir(inSrv('space'), { mode: 0o700 })
    await writeFile(inSrv('notes', 'deep', 'thesis.txt'), 'ten years of work')
    core = await createTestCore()
    const dataDir = inSrv('main')
    await core.perform('create', { name: 'main', port, pg: binDir, dataDir, settings: quickSettings })
    await core.sql('main', { sql: `create tablespace apart location '${inSrv('space')}'` })
    await core.sql('main', { sql: 'create table far tablespace apart as select 7 as id' })
  })
  afterAll(async () => {
    await core.clear()
    await clear()
  })

  test('beside a data directory of its own place: each copy takes the folder of the one before away', async () => {
    const dataDir = inSrv('copy')
    await core.perform('clone', { source: 'main', name: 'copy', port: port + 1, dataDir })
    expect(await tablespaceFolders(dataDir)).toEqual(only('copy.tablespaces'))
    await core.perform('reclone', { name: 'copy' })
    expect(await tablespaceFolders(dataDir)).toEqual(only('copy.copy2.tablespaces'))
    await core.perform('stop', { name: 'copy' })
    await core.perform('reclone', { name: 'copy' })
    expect(await tablespaceFolders(dataDir)).toEqual(only('copy.copy3.tablespaces'))
    expect(await core.ask('copy', 'select id from far')).toBe('7')
  })

  test('in the home: the same', async () => {
    await core.perform('clone', { source: 'main', name: 'homely', port: port + 2 })
    const [entry] = await core.status({ names: ['homely'] })
    const dataDir = entry?.dataDir ?? ''
    expect(await tablespaceFolders(dataDir)).toEqual(only('tablespaces'))
    await core.perform('reclone', { name: 'homely' })
    expect(await tablespaceFolders(dataDir)).toEqual(only('data.copy2.tablespaces'))
    expect(await core.ask('homely', 'select id from far')).toBe('7')
  })

  test('in a folder of its user’s, moved there as the manual says: all that lies there survives', async () => {
    const dataDir = inSrv('copy')
    await core.perform('stop', { name: 'copy' })
    const [tablespace] = await readTablespaces(dataDir)
    const link = path.join(dataDir, 'pg_tblspc', String(tablespace?.oid))
    const old = tablespace?.location ?? ''
    const moved = inSrv('moved')
    await rename(old, moved)
    await rm(link)
    await symlink(moved, link)
    await rm(path.dirname(old), { recursive: true })
    await core.perform('start', { name: 'copy' })
    expect(await core.ask('copy', 'select id from far')).toBe('7')

    const before = await readdir(srv)
    const planned = await plansOf(core).plan('reclone', { name: 'copy' })
    expect(await core.run(planned)).toMatchObject({ state: 'done' })
    expect(await readdir(srv)).toEqual(expect.arrayContaining(before))
    expect(await readdir(moved)).toHaveLength(1)
    expect(existsSync(inSrv('notes', 'deep', 'thesis.txt'))).toBe(true)
    expect(planned.notices).toContainEqual({
      key: 'notices.tablespaces-kept',
      params: { name: 'copy', folders: `PG_${major}_…`, paths: moved },
    })
    expect(await readlink(link)).toBe(inSrv('copy.copy2.tablespaces', String(tablespace?.oid)))
    await core.perform('restart', { name: 'main' })
    await core.sql('main', { sql: 'insert into far values (8)' })
    await core.waitUntilCaughtUp('copy', 'main')
    expect(await core.ask('copy', 'select sum(id) from far')).toBe('15')
  })
})

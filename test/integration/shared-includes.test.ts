import { appendFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { makeTestFolder, testInstallations } from '../helpers/test-server.ts'

let core: TestCore
let shared = ''
let clear: () => Promise<unknown> = () => Promise.resolve()

beforeAll(async () => {
  const made = await makeTestFolder()
  clear = made.clear
  shared = path.join(made.folder, 'shared.conf')
  core = await createTestCore()
  const pg = testInstallations[0]?.binDir
  await core.perform('create', { name: 'main', port: 23_220, pg, settings: quickSettings })
  const { dataDir } = await core.statusOf('main')
  await appendFile(path.join(dataDir, 'postgresql.conf'), `include '${shared}'\n`)
})
afterAll(async () => {
  await core.clear()
  await clear()
})

it('a clone says which file it goes on reading with its source, and has what that says', async () => {
  await writeFile(shared, 'work_mem = 7MB\n')
  await core.perform('restart', { name: 'main' })
  const planned = await core.plan('clone', { source: 'main', name: 'copy', port: 23_221 })
  expect(planned).toMatchObject({
    plan: { notices: [{ key: 'notices.shared-includes', params: { name: 'copy', files: shared } }] },
  })
  await core.perform('clone', { source: 'main', name: 'copy', port: 23_221 })
  expect((await core.verify('copy')).ok).toBe(true)
  expect(await core.ask('copy', 'show work_mem')).toBe('7MB')
})

it('a clone is refused where that file would give it the port of its source', async () => {
  await writeFile(shared, 'port = 23220\n')
  expect(await core.plan('clone', { source: 'main', name: 'twin', port: 23_222 })).toMatchObject({
    code: 'include-sets-own',
    params: { name: 'main', file: shared, settings: 'port' },
  })
})

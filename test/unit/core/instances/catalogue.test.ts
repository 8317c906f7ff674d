import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/core/instances/catalogue.ts'
import { entryOf } from '../../../helpers/entry-of.ts'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'pgtandem-catalogue-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

it('is empty without a file, and makes none by being read', async () => {
  const catalogue = openCatalogue(home)
  expect(await catalogue.list()).toEqual([])
  expect(await catalogue.get('main')).toBeUndefined()
  await expect(readFile(catalogue.path)).rejects.toThrow('ENOENT')
})

it('adds, replaces and removes entries, which another opening sees', async () => {
  const catalogue = openCatalogue(home)
  await catalogue.put(entryOf('main'))
  await catalogue.put(entryOf('a-standby', { upstream: 'main', slot: 'a_standby' }))
  await catalogue.put(entryOf('main', { supersededBy: 'a-standby' }))
  const other = openCatalogue(home)
  expect((await other.list()).map(({ name }) => name)).toEqual(['a-standby', 'main'])
  expect(await other.get('main')).toEqual(entryOf('main', { supersededBy: 'a-standby' }))
  expect(await other.remove('main')).toMatchObject({ name: 'main', supersededBy: 'a-standby' })
  expect(await catalogue.remove('main')).toBeUndefined()
  expect(await catalogue.list()).toEqual([entryOf('a-standby', { upstream: 'main', slot: 'a_standby' })])
})

it('reads an entry from before there were links', async () => {
  const catalogue = openCatalogue(home)
  const { link: _link, ...older } = entryOf('main')
  await writeFile(catalogue.path, JSON.stringify({ version: 1, value: { instances: [older] } }))
  expect(await catalogue.get('main')).toEqual(entryOf('main'))
})

it('loses no entry when many are put at once', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `n${String(index).padStart(2, '0')}`)
  await Promise.all(names.map((name) => openCatalogue(home).put(entryOf(name))))
  expect((await openCatalogue(home).list()).map(({ name }) => name)).toEqual(names)
})

it.each([
  ['text that is no JSON', '{"version": 1, "value": {'],
  [
    'an entry without its data directory',
    JSON.stringify({ version: 1, value: { instances: [{ name: 'main' }] } }),
  ],
  [
    'the same name twice',
    JSON.stringify({ version: 1, value: { instances: [entryOf('main'), entryOf('main')] } }),
  ],
])('says that %s is damage, and leaves the file as it is', async (_, text) => {
  const catalogue = openCatalogue(home)
  await writeFile(catalogue.path, text)
  await expect(catalogue.list()).rejects.toMatchObject({ code: 'state-file-damaged' })
  await expect(catalogue.put(entryOf('other'))).rejects.toMatchObject({ code: 'state-file-damaged' })
  expect(await readFile(catalogue.path, 'utf8')).toBe(text)
})

it('refuses a file of a newer program', async () => {
  const catalogue = openCatalogue(home)
  await writeFile(catalogue.path, JSON.stringify({ version: 2, value: { servers: {} } }))
  await expect(catalogue.list()).rejects.toMatchObject({ code: 'state-file-newer' })
  await expect(catalogue.remove('main')).rejects.toMatchObject({ code: 'state-file-newer' })
})

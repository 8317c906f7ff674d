import { EventEmitter, once } from 'node:events'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tellServers } from '../../../../electron/core/readings/discover.ts'
import { collect } from '../../../helpers/collect.ts'
import type { FoundPlace } from '../../../../electron/postgres/discovery/found-place.ts'

let folder = ''

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'discover-')))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const patience = { first: 20, again: 20, longest: 60_000 }
const never = new AbortController().signal

/** A data directory, as far as a look in passing goes. */
async function place(name: string, source: FoundPlace['source']): Promise<FoundPlace> {
  const dataDir = path.join(folder, name)
  await mkdir(dataDir, { recursive: true })
  await writeFile(path.join(dataDir, 'PG_VERSION'), '18\n')
  return { dataDir, configFile: null, version: null, port: null, source, label: `${source} ${name}` }
}

/** A source that answers when it is told to. */
function slow() {
  const places = new EventEmitter<{ come: [readonly FoundPlace[]] }>()
  const source = once(places, 'come').then(([found]) => found as readonly FoundPlace[])
  return { source, answer: (found: readonly FoundPlace[]) => places.emit('come', found) }
}

const labelsOf = (list: readonly { readonly label: string }[] | undefined) => list?.map(({ label }) => label)

test('what is there is told at once where all answer, in one list', async () => {
  const sources = [[await place('a', 'debian')], [await place('b', 'folder')]].map((found) =>
    Promise.resolve(found),
  )
  const lists = await collect(tellServers(sources, [], never, { ...patience, first: 60_000 }))
  expect(lists.map(labelsOf)).toEqual([['debian a', 'folder b']])
  expect(lists[0]?.[0]).toMatchObject({ version: '18', running: false, source: 'debian' })
})

test('a source that is slow holds nothing up, and is waited for', async () => {
  const late = slow()
  const lists = tellServers(
    [late.source, Promise.resolve([await place('a', 'process')])],
    [],
    never,
    patience,
  )
  expect(labelsOf((await lists.next()).value ?? [])).toEqual(['process a'])
  late.answer([await place('b', 'service')])
  expect((await collect(lists)).map(labelsOf).at(-1)).toEqual(['service b', 'process a'])
})

test('of a server that several name, the first source is believed, whichever answers first', async () => {
  const late = slow()
  const lists = tellServers(
    [late.source, Promise.resolve([await place('a', 'process')])],
    [],
    never,
    patience,
  )
  expect(labelsOf((await lists.next()).value ?? [])).toEqual(['process a'])
  late.answer([await place('a', 'service')])
  expect((await collect(lists)).map(labelsOf).at(-1)).toEqual(['service a'])
})

test('one that fails, or never answers, costs no more than itself', async () => {
  const [good, mute, failing] = [
    place('a', 'debian').then((found) => [found]),
    slow().source,
    Promise.reject(new Error('no')),
  ]
  const lists = await collect(tellServers([failing, mute, good], [], never, { ...patience, longest: 2000 }))
  expect(lists.map(labelsOf).at(-1)).toEqual(['debian a'])
})

test('an instance of the catalogue is none, nor is a folder without a cluster in it', async () => {
  const [own, other] = [await place('own', 'process'), await place('other', 'folder')]
  await rm(path.join(other.dataDir, 'PG_VERSION'))
  expect(await collect(tellServers([Promise.resolve([own, other])], [own], never, patience))).toEqual([[]])
})

test('it ends when nobody listens any more', async () => {
  const leaving = new AbortController()
  const lists = collect(tellServers([slow().source], [], leaving.signal, { ...patience, first: 60_000 }))
  leaving.abort()
  expect(await lists).toEqual([])
})

import { appendFile, mkdir, mkdtemp, realpath, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programPath } from '../../../../electron/postgres/installations/installation.ts'
import { probeCacheFile } from '../../../../electron/postgres/installations/installation-places.ts'
import { createKnownVersionReader } from '../../../../electron/postgres/installations/known-version.ts'
import {
  addToCache,
  emptyProbeCache,
  readProbeStamp,
  writeProbeCache,
} from '../../../../electron/postgres/installations/probe-cache.ts'

let home = ''
let binDir = ''

beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(os.tmpdir(), 'known-version-')))
  binDir = path.join(home, 'bin')
  await mkdir(binDir)
  await writeFile(programPath(binDir, 'postgres'), 'a program that nobody runs')
})

afterEach(() => rm(home, { recursive: true, force: true }))

/** As if the programs had been run and had answered. */
const remember = async (version: string): Promise<void> => {
  const answer = { version, major: 18, binDir, source: 'folder', tools: [] } as const
  const stamp = (await readProbeStamp(binDir)) ?? ''
  await writeProbeCache(probeCacheFile(home), addToCache(emptyProbeCache, answer, stamp))
}

test('what a folder answered when it was last run is known, and asked for only once', async () => {
  const read = createKnownVersionReader(home)
  expect(await read(binDir)).toBeUndefined()
  await remember('18.4')
  expect(await read(binDir)).toMatchObject({ version: '18.4', major: 18 })
  await rm(probeCacheFile(home))
  expect(await read(binDir)).toMatchObject({ version: '18.4' })
})

test('programs that were replaced since, or are gone, are not known any more', async () => {
  const read = createKnownVersionReader(home)
  await remember('18.4')
  await read(binDir)
  await appendFile(programPath(binDir, 'postgres'), ' and newer')
  await utimes(programPath(binDir, 'postgres'), new Date(), new Date(2020, 1, 1))
  expect(await read(binDir)).toBeUndefined()
  await remember('18.5')
  expect(await read(binDir)).toMatchObject({ version: '18.5' })
  await rm(binDir, { recursive: true })
  expect(await read(binDir)).toBeUndefined()
})

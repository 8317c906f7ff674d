import { createHash } from 'node:crypto'
import { chown, cp, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccount } from '../../electron/system/platform/accounts.ts'
import { makeOpenFolder, runAsRoot } from './helpers.ts'

const PORT = 28_840
let place: Awaited<ReturnType<typeof makeOpenFolder>>
let home = ''

const run = (...args: string[]) => runAsRoot([...args, '--home', home])

const list = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
}

const giveToNobody = async (folder: string) => {
  const nobody = await readAccount('nobody')
  if (nobody === undefined) throw new Error('this system has no account nobody')
  for (const { file } of await list(folder)) await chown(file, nobody.uid, nobody.gid)
  await chown(folder, nobody.uid, nobody.gid)
}

/** Names, owners and contents. */
const digest = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const { entry, file } of (await list(folder)).sort((a, b) => a.file.localeCompare(b.file))) {
    const { uid, mode } = await stat(file)
    hash.update(`${file} ${uid} ${mode}\n`)
    if (entry.isFile()) hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

beforeAll(async () => {
  place = await makeOpenFolder()
  home = path.join(place.folder, 'home')
  await run('create', 'alpha', '--port', String(PORT))
  await run('stop', 'alpha')
})

afterAll(() => place.clear())

const refusal = {
  error: { code: 'foreign-owner', hint: expect.stringContaining('sudo -u nobody') as unknown },
}

test('a data directory of another account is not adopted, and says as whom to come back', async () => {
  const foreign = path.join(place.folder, 'foreign')
  await cp(path.join(home, 'instances/alpha/data'), foreign, { recursive: true })
  await giveToNobody(foreign)
  const before = await digest(foreign)
  expect((await run('status', 'alpha')).document).toMatchObject({ instances: [{ state: 'stopped' }] })
  const { code, document } = await run('adopt', 'gamma', '--data', foreign)
  expect(document).toMatchObject(refusal)
  expect(code).toBe(3)
  expect(await digest(foreign)).toBe(before)
})

test('nor is an instance started, changed or deleted whose data directory was given away', async () => {
  const dataDir = path.join(home, 'instances/alpha/data')
  await giveToNobody(dataDir)
  const before = await digest(dataDir)
  for (const args of [
    ['start', 'alpha'],
    ['config', 'alpha', 'set', 'work_mem=8MB'],
    ['remove', 'alpha', '--delete-data'],
  ]) {
    const { code, document } = await run(...args)
    expect(document).toMatchObject(refusal)
    expect(code).toBe(3)
  }
  expect(await digest(dataDir)).toBe(before)
})

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWebRecord } from '../../../electron/core/web-record.ts'
import { readIdentity } from '../../../electron/system/process/identity.ts'

let home = ''

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'web-record-'))
})

afterEach(() => rm(home, { recursive: true, force: true }))

const file = (): string => path.join(home, 'web.json')

test('the key has 192 bits and stays', async () => {
  const key = await openWebRecord(home).key()
  expect(Buffer.from(key, 'base64url')).toHaveLength(24)
  expect(await openWebRecord(home).key()).toBe(key)
})

test.skipIf(process.platform === 'win32')(
  'the file is for this account only (skipped on Windows: no modes there)',
  async () => {
    await openWebRecord(home).key()
    expect((await stat(file())).mode & 0o777).toBe(0o600)
  },
)

test('an address is found while its process lives and has not ended it', async () => {
  const record = openWebRecord(home)
  expect(await record.find()).toBeUndefined()
  const server = await record.claim(23_456)
  expect(server).toEqual({
    pid: process.pid,
    port: 23_456,
    url: `http://127.0.0.1:23456/#key=${await record.key()}`,
  })
  expect(await openWebRecord(home).find()).toEqual(server)
  await record.release()
  expect(await record.find()).toBeUndefined()
})

test('what a dead process left behind is void, also when its number is used again', async () => {
  const record = openWebRecord(home)
  await record.claim(23_456)
  const text = await readFile(file(), 'utf8')
  for (const dead of [
    text.replace(`"pid": ${process.pid}`, '"pid": 4194303'),
    text.replace(/"startToken": "[^"]*"/, '"startToken": "another"'),
  ]) {
    expect(dead).not.toBe(text)
    await writeFile(file(), dead)
    expect(await record.find()).toBeUndefined()
    expect(await record.claim(23_457)).toMatchObject({ pid: process.pid, port: 23_457 })
  }
})

test('of two processes the second learns of the first, and cannot end it', async () => {
  const record = openWebRecord(home)
  await record.claim(23_456)
  const text = await readFile(file(), 'utf8')
  const { startToken } = (JSON.parse(text) as { value: { server: { startToken: string } } }).value.server
  expect(startToken).not.toBe('')
  const parent = (await readIdentity(process.ppid))?.startToken ?? ''
  await writeFile(
    file(),
    text.replace(`"pid": ${process.pid}`, `"pid": ${process.ppid}`).replace(startToken, parent),
  )
  expect(await record.claim(23_457)).toMatchObject({ pid: process.ppid, port: 23_456 })
  await record.release()
  expect(await record.find()).toMatchObject({ pid: process.ppid })
})

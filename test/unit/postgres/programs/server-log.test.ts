import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureServerLog, readLogSize } from '../../../../electron/postgres/programs/server-log.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'server-log-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the log of a server that runs is measured, not made', async () => {
  const log = path.join(folder, 'log', 'server.log')
  expect(await readLogSize(log)).toBe(0)
  await expect(stat(path.dirname(log))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('before a start the log is made, or kept as it is', async () => {
  const log = path.join(folder, 'log', 'server.log')
  expect(await ensureServerLog(log)).toBe(0)
  await writeFile(log, 'LOG:  ready\n')
  expect([await ensureServerLog(log), await readLogSize(log)]).toEqual([12, 12])
  expect(await readFile(log, 'utf8')).toBe('LOG:  ready\n')
})

test('a log that cannot be written to is refused with its reason', async () => {
  const log = path.join(folder, 'server.log')
  await writeFile(log, '')
  const below = path.join(log, 'server.log')
  await expect(ensureServerLog(below)).rejects.toMatchObject({
    code: 'server-log-not-writable',
    params: { path: below },
  })
})

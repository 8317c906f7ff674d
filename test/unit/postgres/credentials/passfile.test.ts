import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { assert, property, record, string } from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  ensurePassfileEntries,
  readPassfile,
  readPassword,
  readUserPassword,
  removePassfileEntries,
  writePassfile,
} from '../../../../electron/postgres/credentials/passfile.ts'
import {
  entryForUser,
  findPassword,
  parsePassfile,
  printPassfileEntry,
} from '../../../../electron/postgres/credentials/passfile-format.ts'

describe('the format', () => {
  test('escapes are undone, comments and empty lines passed over, damaged lines numbered', () => {
    const { entries, damagedLines } = parsePassfile(
      '# c\n\nh\\:1:5432:d\\\\b:u:p\\:w\r\nonly:four:fields:here\n*:*:*:u:x',
    )
    expect(entries).toEqual([
      { host: 'h:1', port: '5432', database: 'd\\b', user: 'u', password: 'p:w' },
      entryForUser('u', 'x'),
    ])
    expect(damagedLines).toEqual([4])
  })

  test('whatever one line can hold comes back as it was', () => {
    const field = string({ minLength: 1, maxLength: 20 }).filter(
      (text) => !/[\n\r\0]/.test(text) && !text.startsWith('#'),
    )
    assert(
      property(
        record({ host: field, port: field, database: field, user: field, password: field }),
        (entry) => {
          expect(parsePassfile(printPassfileEntry(entry)).entries).toEqual([entry])
        },
      ),
    )
  })

  test('the first entry that matches wins; a socket directory is also localhost', () => {
    const { entries } = parsePassfile(
      'localhost:*:*:u:socket\n127.0.0.1:1:*:u:first\n*:*:replication:u:r\n*:*:*:u:any',
    )
    const wanted = { host: '127.0.0.1', port: 1, database: 'd', user: 'u' }
    expect(findPassword(entries, wanted)).toBe('first')
    expect(findPassword(entries, { ...wanted, port: 2 })).toBe('any')
    expect(findPassword(entries, { ...wanted, port: 2, database: 'replication' })).toBe('r')
    expect(findPassword(entries, { ...wanted, host: '/run/postgresql' })).toBe('socket')
    expect(findPassword(entries, { ...wanted, user: 'v' })).toBeNull()
  })
})

describe('the file', () => {
  let folder = ''
  let passfile = ''
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-passfile-'))
    passfile = path.join(folder, 'pass')
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('is readable by its owner only, also when it was not before', async () => {
    await writeFile(passfile, '', { mode: 0o644 })
    await writePassfile(passfile, [entryForUser('u', 'x')])
    const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600
    expect((await stat(passfile)).mode & 0o777).toBe(ownerOnly)
    expect(await readFile(passfile, 'utf8')).toBe('*:*:*:u:x\n')
  })

  test('an entry is replaced, others and comments stay; removing gives them back', async () => {
    const others = '# mine\nhost:1:*:v:y\n'
    await writeFile(passfile, others)
    await ensurePassfileEntries(passfile, [entryForUser('u', 'one')])
    await ensurePassfileEntries(passfile, [entryForUser('u', 'two')])
    expect(await readFile(passfile, 'utf8')).toBe(`*:*:*:u:two\n${others}`)
    expect(await readUserPassword(passfile, 'u')).toBe('two')
    expect(await removePassfileEntries(passfile, [entryForUser('u', '')])).toBe(true)
    expect(await removePassfileEntries(passfile, [entryForUser('u', '')])).toBe(false)
    expect(await readFile(passfile, 'utf8')).toBe(others)
  })

  test('one whose last entry is taken away is removed', async () => {
    await ensurePassfileEntries(passfile, [entryForUser('u', 'one')])
    expect(await removePassfileEntries(passfile, [entryForUser('u', '')])).toBe(true)
    await expect(stat(passfile)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await removePassfileEntries(passfile, [entryForUser('u', '')])).toBe(false)
  })

  test('one that does not exist is empty; without one there is no password', async () => {
    expect(await readPassfile(path.join(folder, 'none'))).toEqual([])
    expect(await readPassword(null, { host: 'h', port: 1, database: 'd', user: 'u' })).toBeNull()
  })

  test('a password with a line break is refused and nothing is written', async () => {
    await expect(writePassfile(passfile, [entryForUser('u', 'a\nb')])).rejects.toMatchObject({
      code: 'password-not-storable',
    })
    await expect(stat(passfile)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('one that cannot be read is named', async () => {
    await expect(readPassfile(folder)).rejects.toMatchObject({
      code: 'passfile-unreadable',
      params: { path: folder },
    })
  })
})

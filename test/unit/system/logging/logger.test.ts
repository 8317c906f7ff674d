import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../../electron/system/logging/logger.ts'
import { createRotatingFile } from '../../../../electron/system/logging/rotating-file.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'logger-'))
  return () => rm(directory, { recursive: true, force: true })
})

describe('createLogger', () => {
  it('makes its file with the first line and carries the fields of its parent', async () => {
    const file = path.join(directory, 'logs', 'pgtandem.log')
    const log = createLogger({ file })
    expect(existsSync(path.dirname(file))).toBe(false)
    log.debug({}, 'not at this level')
    log.child({ instance: 'main' }).warn({ port: 5432, err: new Error('boom') }, 'odd')
    const [line, rest] = (await readFile(file, 'utf8')).split('\n')
    expect(rest).toBe('')
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 40,
      pid: process.pid,
      instance: 'main',
      port: 5432,
      msg: 'odd',
      err: { message: 'boom' },
    })
  })

  it('hides secrets in fields, connection strings and addresses', async () => {
    const file = path.join(directory, 'pgtandem.log')
    const log = createLogger({ file })
    log.info(
      { password: 's1', options: { secret: 's2' }, conninfo: "host=h password='s 3' user=u" },
      'password=s4 x',
    )
    log.error({ url: 'postgres://u:s5@h/db', err: new Error('no: password = s6"') }, 'failed')
    const text = await readFile(file, 'utf8')
    expect(text).not.toMatch(/s[12456]\b|s 3/)
    expect(text).toContain('host=h password=*** user=u')
    expect(text).toContain('postgres://u:***@h/db')
    for (const line of text.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
  })

  it('lets its file go when it is closed, and opens it again for a later line', async () => {
    const file = path.join(directory, 'pgtandem.log')
    const log = createLogger({ file })
    log.error({}, 'first')
    log.close()
    await rm(file)
    log.error({}, 'second')
    log.close()
    expect(await readFile(file, 'utf8')).toMatch(/"second"/)
  })

  it('is silent without a file', () => {
    expect(() => createLogger().error({}, 'nobody hears')).not.toThrow()
  })
})

describe('createRotatingFile', () => {
  it('puts a full file aside and keeps only so many', async () => {
    const file = path.join(directory, 'a.log')
    const target = createRotatingFile(file, { maxBytes: 10, keep: 2 })
    for (const letter of 'abcd') target.write(`${letter.repeat(9)}\n`)
    target.close()
    expect((await readdir(directory)).toSorted()).toEqual(['a.1.log', 'a.2.log', 'a.log'])
    expect(await readFile(file, 'utf8')).toBe('ddddddddd\n')
    expect(await readFile(path.join(directory, 'a.2.log'), 'utf8')).toBe('bbbbbbbbb\n')
  })

  it('does not put aside what another process has put aside already', async () => {
    const file = path.join(directory, 'a.log')
    const [one, two] = [0, 1].map(() => createRotatingFile(file, { maxBytes: 10, keep: 5 }))
    one?.write('aaaaaaaaa\n')
    two?.write('')
    one?.write('b\n')
    two?.write('c\n')
    expect(await readFile(file, 'utf8')).toBe('b\nc\n')
    expect(await readdir(directory)).toHaveLength(2)
    expect((await stat(path.join(directory, 'a.1.log'))).size).toBe(10)
    one?.close()
    two?.close()
  })
})

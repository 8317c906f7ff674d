import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownIdentity } from '../../../../electron/system/process/identity.ts'
import { acquireLock, withLock } from '../../../../electron/system/storage/lock.ts'
import { bundleProgram } from '../bundle-program.ts'

let program = ''
let directory = ''
let file = ''

beforeAll(async () => {
  program = await bundleProgram(`
    import { acquireLock } from '@/electron/system/storage/lock.ts'
    import { readFileSync, renameSync, writeFileSync } from 'node:fs'
    const [mode, file, counter, rounds] = process.argv.slice(2)
    if (mode === 'hold') {
      const lock = await acquireLock(file, { note: 'holding' })
      console.log('heldBy' in lock ? 'no' : 'yes')
      setInterval(() => {}, 1000)
    } else {
      console.log('ready')
      await new Promise((resolve) => process.stdin.once('data', resolve))
      let taken = 0
      for (let round = 0; round < Number(rounds); round++) {
        const lock = await acquireLock(file, { note: 'count', waitMs: 15000 })
        if ('heldBy' in lock) continue
        taken++
        const seen = Number(readFileSync(counter, 'utf8'))
        await new Promise((resolve) => setTimeout(resolve, 1))
        writeFileSync(counter, String(seen + 1))
        if (mode === 'die-holding' && round === Number(rounds) - 1) process.kill(process.pid, 'SIGKILL')
        // Every other round ends as if its process had died there.
        if (round % 2 === 0) await lock.release()
        else {
          const draft = file + '.' + process.pid
          writeFileSync(draft, JSON.stringify({ pid: 1, startToken: 'never', id: process.pid + '.' + round, note: '' }))
          renameSync(draft, file)
        }
      }
      console.log('taken ' + taken)
      process.exit(0)
    }
  `)
}, 60_000)
afterAll(() => rm(path.dirname(path.dirname(program)), { recursive: true, force: true }))

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'lock-'))
  file = path.join(directory, 'operation.lock')
  return () => rm(directory, { recursive: true, force: true })
})

const start = async (...args: readonly string[]) => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const exited = once(child, 'exit')
  return { child, said: said.toString().trim(), exited }
}

describe('acquireLock', () => {
  it('gives the lock to one and tells the other who has it', async () => {
    const first = await acquireLock(file, { note: 'clone demo' })
    expect(first).not.toHaveProperty('heldBy')
    expect(await acquireLock(file, { note: 'other' })).toEqual({
      heldBy: { pid: process.pid, note: 'clone demo' },
    })
    if ('release' in first) await first.release()
    expect(await acquireLock(file, { note: 'other' })).toHaveProperty('release')
  })

  it('waits as long as it is told and leaves nothing behind', async () => {
    const first = await acquireLock(file, { note: 'short' })
    const second = acquireLock(file, { note: 'patient', waitMs: 5000 })
    setTimeout(() => 'release' in first && void first.release(), 100)
    const got = await second
    expect(got).toHaveProperty('release')
    if ('release' in got) await got.release()
    expect(await readdir(directory)).toEqual([])
  })

  it('releases only what is still its own', async () => {
    const first = await acquireLock(file, { note: 'first' })
    await rm(file)
    const second = await acquireLock(file, { note: 'second' })
    if ('release' in first) await first.release()
    expect(second).toHaveProperty('release')
    expect(await acquireLock(file, { note: 'third' })).toHaveProperty('heldBy.note', 'second')
  })

  it('is void at once when its owner was killed', async () => {
    const owner = await start('hold', file)
    expect(owner.said).toBe('yes')
    expect(await acquireLock(file, { note: 'me' })).toEqual({
      heldBy: { pid: owner.child.pid, note: 'holding' },
    })
    owner.child.kill('SIGKILL')
    await owner.exited
    expect(await acquireLock(file, { note: 'me' })).toHaveProperty('release')
  })

  it('is void when another process has the pid of its owner', async () => {
    const other = { ...(await ownIdentity()), startToken: 'an earlier boot:1', id: 'x', note: 'gone' }
    await writeFile(file, JSON.stringify(other))
    expect(await acquireLock(file, { note: 'me' })).toHaveProperty('release')
  })

  it('is void when a power failure left it empty', async () => {
    await writeFile(file, '')
    expect(await acquireLock(file, { note: 'me' })).toHaveProperty('heldBy')
    expect(await acquireLock(file, { note: 'me', waitMs: 5000 })).toHaveProperty('release')
  })

  it('gets past a taker that died while it removed a void lock', async () => {
    const dead = JSON.stringify({ pid: 1, startToken: 'never', id: 'x', note: '' })
    await writeFile(file, dead)
    await writeFile(`${file}.takeover`, dead)
    await writeFile(`${file}.takeover.takeover`, dead)
    expect(await acquireLock(file, { note: 'me', waitMs: 2000 })).toHaveProperty('release')
    expect(await readdir(directory)).toEqual(['operation.lock'])
  })

  it('never has two owners, though processes race and some are killed while they hold it', async () => {
    const counter = path.join(directory, 'counter')
    await writeFile(counter, '0')
    await writeFile(file, JSON.stringify({ pid: 1, startToken: 'never', id: 'x', note: '' }))
    const rounds = 25
    const racers = await Promise.all(
      ['count', 'die-holding', 'count', 'die-holding'].map((mode) =>
        start(mode, file, counter, String(rounds)),
      ),
    )
    for (const { child } of racers) child.stdin.write('go\n')
    await Promise.all(racers.map(({ exited }) => exited))
    expect(Number(await readFile(counter, 'utf8'))).toBe(4 * rounds)
  })
})

describe('withLock', () => {
  it('names the owner when the lock stays taken, and releases after a failure', async () => {
    await expect(
      withLock(file, { note: 'work' }, () => withLock(file, { note: 'again' }, async () => 'both')),
    ).rejects.toMatchObject({ code: 'lock-held', params: { pid: process.pid, note: 'work' } })
    expect(await withLock(file, { note: 'work' }, async () => 'done')).toBe('done')
  })
})

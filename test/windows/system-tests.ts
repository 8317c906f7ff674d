import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readPortState } from '../../electron/system/platform/ports.ts'
import { isToldPath } from '../../electron/system/platform/told-path.ts'
import { isAlive, readIdentity, readProcessName } from '../../electron/system/process/identity.ts'
import { terminateProcess } from '../../electron/system/process/terminate.ts'
import { isNameToken } from '../../electron/system/process/windows-processes.ts'
import { writeFileAtomic } from '../../electron/system/storage/atomic-file.ts'
import { acquireLock } from '../../electron/system/storage/lock.ts'

const timeout = 60_000

const startNode = async (): Promise<{ readonly child: ChildProcess; readonly pid: number }> => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return { child, pid: child.pid ?? 0 }
}

export const systemTests = (): Promise<void> =>
  describe('what the core asks of Windows', { concurrency: 1, timeout: 3 * timeout }, () => {
    let folder = ''

    before(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'system '))
    })
    after(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

    test(
      'a process is known by its program, and is gone at once when it was ended',
      { timeout },
      async () => {
        const { child, pid } = await startNode()
        assert.deepEqual(await readProcessName(pid), { name: 'node.exe' })
        const identity = await readIdentity(pid)
        assert.ok(identity)
        assert.equal(await isAlive(identity), true)
        const exited = once(child, 'exit')
        assert.equal(await terminateProcess(identity), 'ended')
        await exited
        assert.equal(await isAlive(identity), false)
        assert.equal(await readProcessName(pid), undefined)
      },
    )

    test('a process is told from a later one by the time it started', { timeout }, async (t) => {
      const own = await readIdentity(process.pid)
      assert.ok(own)
      if (isNameToken(own.startToken)) return t.skip('PowerShell tells no start times here')
      assert.match(own.startToken, /^\d{17}$/)
      assert.equal(await isAlive({ ...own, startToken: '20000101000000000' }), false)
    })

    test('a folder is known in other letters and with other slashes', { timeout }, async () => {
      assert.equal(await isToldPath(folder.toUpperCase().replaceAll('\\', '/'), folder), true)
      assert.equal(await isToldPath(`${folder}x`, folder), false)
    })

    test('a file is replaced as soon as its reader lets it go', { timeout }, async () => {
      const file = path.join(folder, 'read by others.conf')
      await writeFile(file, 'old')
      const reader = await open(file, 'r')
      const written = writeFileAtomic(file, 'new')
      assert.equal(await reader.readFile('utf8'), 'old')
      await reader.close()
      await written
      assert.equal(await readFile(file, 'utf8'), 'new')
    })

    test('a lock is held by one, and void when its process has ended', { timeout }, async () => {
      const file = path.join(folder, 'lock')
      const held = await acquireLock(file, { note: 'first' })
      assert.ok('release' in held)
      assert.deepEqual(await acquireLock(file, { note: 'second' }), {
        heldBy: { pid: process.pid, note: 'first' },
      })
      await held.release()
      const { child, pid } = await startNode()
      const owner = { ...(await readIdentity(pid)), id: 'of the dead', note: 'killed' }
      await writeFile(file, JSON.stringify(owner))
      assert.ok('heldBy' in (await acquireLock(file, { note: 'second' })))
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
      const taken = await acquireLock(file, { note: 'second' })
      assert.ok('release' in taken)
      await taken.release()
    })

    test('a port that is taken is told with its holder', { timeout }, async (t) => {
      const server = createServer()
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const state = await readPortState(port)
      server.close()
      await once(server, 'close')
      assert.equal(state.state, 'taken')
      assert.deepEqual(await readPortState(port), { state: 'free' })
      if (!('holder' in state)) return t.skip('netstat tells no process here')
      assert.deepEqual(state.holder, { pid: process.pid, program: 'node.exe' })
    })
  })

import { appendFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSettings } from '../../electron/core/settings-store.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { initTestServer, makeTestFolder, testInstallations, testTarget } from '../helpers/test-server.ts'

const stub = await vi.hoisted(() => import('../helpers/electron-stub.ts'))
vi.mock('electron', () => stub)
const { app, BrowserWindow, callsOf, Notification, Tray, world } = stub

const argv = process.argv
let core: TestCore
let clear: () => Promise<unknown>
/** Where `busy` would listen. */
let stranger: Server

const dataDirOf = (name: string): string => path.join(core.home, 'instances', name, 'data')

/**
 * All of them stopped:
 *
 * | name | to be started? |
 * |---|---|
 * | old | no: mid was promoted in its place |
 * | mid, leaf | a primary and its standby |
 * | busy | its port is taken |
 * | broken | a line of its postgresql.conf is not understood |
 * | theirs | adopted, and would run a command of its own |
 */
beforeAll(async () => {
  core = await createTestCore()
  await core.perform('create', { name: 'old', port: 23_010, settings: quickSettings })
  await core.perform('clone', { source: 'old', name: 'mid', port: 23_011 })
  await core.perform('clone', { source: 'mid', name: 'leaf', port: 23_012 })
  await core.perform('stop', { name: 'old' })
  await core.perform('promote', { name: 'mid' })
  for (const [name, port] of [
    ['busy', 23_013],
    ['broken', 23_014],
  ] as const) {
    await core.perform('create', { name, port, settings: quickSettings })
    await core.perform('stop', { name })
  }
  await core.perform('stop', { name: 'leaf' })
  await core.perform('stop', { name: 'mid' })
  await appendFile(path.join(dataDirOf('broken'), 'postgresql.conf'), 'work_mem = lots\n')
  stranger = createServer().listen(23_013, '127.0.0.1')

  const made = await makeTestFolder()
  clear = made.clear
  const [server] = testInstallations
  if (server === undefined) throw new Error('no installation to test with')
  const theirs = testTarget(made.folder, 'theirs', { ...server, port: 23_015 })
  await initTestServer(theirs, { archive_mode: 'on', archive_command: 'true' })
  await core.perform('adopt', { name: 'theirs', dataDir: theirs.dataDir })

  await (await openSettings(core.home)).change({ startServersAtLogin: true })
  process.env['PGTANDEM_HOME'] = core.home
  process.argv = [...argv, '--hidden']
})
afterAll(async () => {
  if (Tray.made.some(({ destroyed }) => !destroyed)) {
    world.answer = () => ({ label: 'Leave running and quit' })
    app.quit()
    await waitUntil('the program has left', () => Promise.resolve(Tray.made[0]?.destroyed === true))
  }
  process.argv = argv
  delete process.env['PGTANDEM_HOME']
  stranger.close()
  await core.clear()
  await clear()
})

const notes = (): readonly string[] =>
  Notification.shown.map(({ options }) => `${options.title ?? ''} | ${options.body ?? ''}`)

describe('started at login, hidden, with servers to be started', () => {
  it('starts them, upstreams first, and passes over a primary that was superseded', async () => {
    await import('../../electron/main.ts')
    await waitUntil(
      'all that can be started runs, and the others were told',
      async () => (await core.listJobs('open')).length === 0 && notes().length >= 5,
      60_000,
    )
    const found = Object.fromEntries((await core.status()).map(({ name, state }) => [name, state]))
    expect(found).toEqual({
      old: 'stopped',
      mid: 'running',
      leaf: 'running',
      busy: 'stopped',
      broken: 'stopped',
      theirs: 'stopped',
    })
    const starts = (await core.listJobs('all')).filter(({ operation }) => operation === 'start')
    expect(starts.map(({ instances, state }) => `${instances.join(', ')} ${state}`)).toEqual([
      'broken undone',
      'mid done',
      'leaf done',
    ])
    const streams = async () => (await core.statusOf('leaf')).walReceiver?.status === 'streaming'
    await waitUntil('leaf streams', streams)
  })

  it('says which did not start, each once: refused, failed, or waiting for an agreement', () => {
    expect(notes().filter((note) => note.includes('mid') || note.includes('leaf'))).toEqual([
      'Start: done | mid',
      'Start: done | leaf',
    ])
    expect(notes().filter((note) => note.includes('broken'))).toEqual([
      'Start: taken back | broken – everything is as it was.',
    ])
    expect(notes().filter((note) => note.includes('busy'))).toEqual([
      expect.stringMatching(/^An instance refused \| busy: .*23013/),
    ])
    expect(notes().filter((note) => note.includes('theirs'))).toEqual([
      'theirs was not started | Starting it asks for your agreement first: start it from the window.',
    ])
    expect(notes().join()).not.toContain('old')
  })

  it('asks nothing, and shows no window', () => {
    expect(callsOf('dialog.showMessageBox')).toEqual([])
    expect(BrowserWindow.made.map(({ visible }) => visible)).toEqual([false])
  })
})

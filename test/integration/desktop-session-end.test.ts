import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSettings } from '../../electron/core/settings-store.ts'
import { sessionLimits, stopInTime } from '../../electron/faces/desktop/quit/stop-in-time.ts'
import { openHost } from '../../electron/faces/rpc/open-host.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'

const stub = await vi.hoisted(() => import('../helpers/electron-stub.ts'))
vi.mock('electron', () => stub)
const { BrowserWindow, callsOf, cancellable, powerMonitor, Tray } = stub

let core: TestCore

/** A primary, its standby, and a standby of that. */
beforeAll(async () => {
  core = await createTestCore()
  await core.perform('create', { name: 'app', port: 23_000, settings: quickSettings })
  await core.perform('clone', { source: 'app', name: 'mid', port: 23_001 })
  await core.perform('clone', { source: 'mid', name: 'leaf', port: 23_002 })
  process.env['PGTANDEM_HOME'] = core.home
})
afterAll(async () => {
  delete process.env['PGTANDEM_HOME']
  await core.clear()
})

const states = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await core.status()).map(({ name, state }) => [name, state]))
const stops = async (): Promise<readonly string[]> =>
  (await core.listJobs('all'))
    .filter(({ operation }) => operation === 'stop')
    .map(({ instances, state }) => `${instances.join(', ')} ${state}`)

describe('the end of a session', () => {
  it('is held up until they have stopped, standbys before their upstreams, however often it is told', async () => {
    // Also for who lets servers run when the program is quit: the system would end them.
    await (await openSettings(core.home)).change({ onQuit: 'leave-running' })
    await import('../../electron/main.ts')
    const items = (): readonly (string | undefined)[] =>
      Tray.made[0]?.menu?.template.map(({ label }) => label) ?? []
    await waitUntil('all three are seen to run', () =>
      Promise.resolve(items().filter((label) => label?.includes(', running') === true).length === 3),
    )
    const [window] = BrowserWindow.made
    const began = Date.now()
    const endings = [cancellable(), cancellable(), cancellable()] as const
    window?.emit('query-session-end', endings[0])
    window?.emit('session-end', endings[1])
    powerMonitor.emit('shutdown', endings[2])
    expect(endings.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true, true, true])
    await waitUntil('the program has left', () => Promise.resolve(callsOf('app.exit').length > 0))
    expect(callsOf('app.exit')).toEqual([[0]])
    expect(await states()).toEqual({ app: 'stopped', mid: 'stopped', leaf: 'stopped' })
    const done = ['leaf done', 'mid done', 'app done']
    // On a machine that took longer the last ones were told at once.
    const inOrder = Date.now() - began < sessionLimits.inOrderMs
    expect(inOrder ? await stops() : (await stops()).toSorted()).toEqual(inOrder ? done : done.toSorted())
    expect(callsOf('dialog.showMessageBox')).toEqual([])
    expect(Tray.made[0]?.destroyed).toBe(true)
  })

  it('is not held up for ever by one that hangs: the others are told, too, and nobody waits any longer', async () => {
    for (const name of await core.namesFor('start')) await core.perform('start', { name })
    const host = await openHost({ core, desktop: null, intervalMs: 200 })
    await waitUntil('all three are seen to run', () =>
      Promise.resolve(host.live.current().instances.filter(({ state }) => state === 'running').length === 3),
    )
    const { pid } = await core.statusOf('leaf')
    if (pid === null) throw new Error('leaf has no process')
    // As long as it is held, nothing that it is told reaches it.
    process.kill(pid, 'SIGSTOP')
    try {
      const began = Date.now()
      await stopInTime(host, { inOrderMs: 1000, inAllMs: 20_000 })
      expect(Date.now() - began).toBeGreaterThanOrEqual(19_900)
      expect(Date.now() - began).toBeLessThan(30_000)
      expect(await states()).toMatchObject({ app: 'stopped', mid: 'stopped' })
      expect((await stops()).slice(3).toSorted()).toEqual(['app done', 'leaf running', 'mid done'])
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    await waitUntil('leaf has stopped by itself', async () => (await states())['leaf'] === 'stopped')
    await host.jobs.settle(false)
    await host.close()
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Core } from '../../electron/core/core.ts'
import { openCore } from '../../electron/core/open-core.ts'
import type { BuiltMenu } from '../helpers/electron-stub.ts'
import { quickSettings } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'

const stub = await vi.hoisted(() => import('../helpers/electron-stub.ts'))
vi.mock('electron', () => stub)
const { app, callsOf, cancellable, Notification, powerMonitor, Tray, world } = stub

type MenuItem = BuiltMenu['template'][number]

let home = ''
let core: Core
let restartedAt = 0

/** A second core over the same home, as a terminal beside the program has it. */
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-shell-'))
  process.env['PGTANDEM_HOME'] = home
  core = await openCore({
    home,
    env: process.env,
    programDir: import.meta.dirname,
    programVersion: 'test',
    tell: () => undefined,
  })
  const planned = await core.plan('pair', {
    name: 'app',
    port: 23_610,
    standbyPort: 23_611,
    settings: quickSettings,
  })
  if (planned.kind !== 'plan') throw new Error(JSON.stringify(planned))
  const outcome = await core.run(planned.plan)
  if (outcome.state !== 'done') throw new Error(JSON.stringify(outcome))
  await import('../../electron/main.ts')
  await waitUntil('the program is set up', () => Promise.resolve(powerMonitor.listenerCount('shutdown') > 0))
})
afterAll(async () => {
  for (const name of await core.namesFor('stop')) {
    const planned = await core.plan('stop', { name, mode: 'immediate' })
    if (planned.kind === 'plan') await core.run(planned.plan)
  }
  await core.close()
  delete process.env['PGTANDEM_HOME']
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const items = (template: readonly MenuItem[]): readonly MenuItem[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
const menu = (): readonly MenuItem[] => Tray.made[0]?.menu?.template ?? []
const submenuOf = (name: string): readonly MenuItem[] => {
  const found = menu().find(({ label }) => label?.startsWith(`${name} – `))
  return Array.isArray(found?.submenu) ? found.submenu : []
}
/** Clicks an item as soon as it is there and enabled. */
const click = async (label: string, within: () => readonly MenuItem[] = menu): Promise<void> => {
  const find = (): MenuItem | undefined =>
    items(within()).find((item) => item.label === label && item.enabled !== false)
  await waitUntil(`"${label}" can be clicked`, () => Promise.resolve(find() !== undefined))
  ;(find()?.click as (() => void) | undefined)?.()
}
const shows = (label: string): Promise<void> =>
  waitUntil(`the tray shows "${label}"`, () =>
    Promise.resolve(menu().some((item) => item.label?.includes(label) === true)),
  )
const titles = (): readonly (string | undefined)[] => Notification.shown.map(({ options }) => options.title)

describe('the tray over real servers', () => {
  it('shows the pair, with an icon that says all is well', async () => {
    await shows('app – primary, running')
    await shows('app-standby – standby, running')
    await waitUntil('the icon is another', () =>
      Promise.resolve(Tray.made[0]?.image.includes('tray-idle-') === false),
    )
    expect(Tray.made[0]?.image).toMatch(/tray-well-/)
  })

  it('copies the connection string, without the password', async () => {
    await click('Copy connection string', () => submenuOf('app'))
    await waitUntil('it is copied', () => Promise.resolve(callsOf('clipboard.writeText').length === 1))
    expect(callsOf('clipboard.writeText')[0]?.[0]).toMatch(
      /^postgresql:\/\/postgres@127\.0\.0\.1:\d+\/postgres$/,
    )
  })

  it('stops all in the right order, and tells when the window is hidden', async () => {
    stub.BrowserWindow.made[0]?.hide()
    await click('Stop all')
    await shows('app – primary, stopped')
    await shows('app-standby – standby, stopped')
    await waitUntil('both were told', () => Promise.resolve(titles().length === 2))
    expect(Notification.shown.map(({ options }) => [options.title, options.body])).toEqual([
      ['Stop: done', 'app-standby'],
      ['Stop: done', 'app'],
    ])
    expect(Tray.made[0]?.image).toMatch(/tray-idle-/)
  })

  it('starts all again, upstream first', async () => {
    await click('Start all')
    await shows('app-standby – standby, running')
    const jobs = (await core.listJobs('all')).slice(-2)
    expect(jobs.map(({ operation, instances }) => [operation, instances])).toEqual([
      ['start', ['app']],
      ['start', ['app-standby']],
    ])
  })

  it('asks before it cuts connections: declined, nothing happens; agreed, the server is restarted', async () => {
    const client = new Client({
      connectionString: await core.connectionUrl('app', { showPassword: true }),
    })
    // Its connection is about to be cut.
    client.on('error', () => undefined)
    await client.connect()
    const questions = (): number => callsOf('dialog.showMessageBox').length
    world.answer = () => ({ label: 'Cancel' })
    await click('Restart', () => submenuOf('app'))
    await waitUntil('it was asked', () => Promise.resolve(questions() === 1))
    expect(callsOf('dialog.showMessageBox')).toMatchObject([[{ buttons: ['Restart', 'Cancel'] }]])
    expect((await client.query('select 1')).rowCount).toBe(1)
    const ended = new Promise((resolve) => {
      client.once('end', resolve)
    })
    world.answer = () => ({ label: 'Restart' })
    await click('Restart', () => submenuOf('app'))
    await ended
    await waitUntil('it was told', () => Promise.resolve(titles().includes('Restart: done')))
    restartedAt = Date.now()
  })

  it('tells of a server that was killed, and that its standby lost it', async () => {
    await shows('app-standby – standby, running')
    const streams = async (): Promise<boolean> => {
      const [status] = await core.status({ names: ['app-standby'] })
      return status?.walReceiver?.status === 'streaming'
    }
    await waitUntil('the standby streams', streams)
    // What the restart did may account for changes for five seconds.
    await waitUntil('the restart is long over', () => Promise.resolve(Date.now() - restartedAt > 6000))
    Notification.shown.length = 0
    const [status] = await core.status({ names: ['app'] })
    process.kill(status?.pid ?? Number.NaN, 'SIGKILL')
    await waitUntil('the crash was told', () => Promise.resolve(titles().includes('app has crashed')))
    await waitUntil('the loss was told', () =>
      Promise.resolve(titles().includes('app-standby has lost its primary')),
    )
    expect(Tray.made[0]?.image).toMatch(/tray-attention-/)
  })

  it('asks what becomes of servers, stays, then stops them and leaves', async () => {
    await click('Start', () => submenuOf('app'))
    await shows('app – primary, running')
    await waitUntil('its end was told', () => Promise.resolve(titles().includes('Start: done')))
    world.answer = () => ({ label: "Don't quit" })
    const before = callsOf('app.quit').length
    await click('Quit PgTandem')
    await waitUntil('it was asked', () =>
      Promise.resolve(JSON.stringify(callsOf('dialog.showMessageBox')).includes('2 servers are running')),
    )
    expect(callsOf('app.quit')).toHaveLength(before + 1)
    expect(Tray.made[0]?.destroyed).toBe(false)

    world.answer = ({ buttons }) => ({ label: buttons?.find((label) => label.startsWith('Stop')) ?? '' })
    const asked = callsOf('dialog.showMessageBox').length
    await waitUntil('it is asked again', () => {
      // Ignored as long as the first answer is still being taken in.
      const event = cancellable()
      app.emit('before-quit', event)
      expect(event.defaultPrevented).toBe(true)
      return Promise.resolve(callsOf('dialog.showMessageBox').length > asked)
    })
    await waitUntil('it has left', () => Promise.resolve(Tray.made[0]?.destroyed === true), 60_000)
    const states = await core.status()
    expect(states.map(({ name, state }) => [name, state])).toEqual([
      ['app', 'stopped'],
      ['app-standby', 'stopped'],
    ])
  })
})

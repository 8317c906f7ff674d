import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitUntil } from '../helpers/test-pair.ts'

// One stub for main.ts, which is loaded anew by each test, and for the test itself.
const stub = await vi.hoisted(() => import('../helpers/electron-stub.ts'))
vi.mock('electron', () => stub)
const { app, BrowserWindow, calls, callsOf, cancellable, ipcMain, Notification } = stub
const { permissions, powerMonitor, resetElectron, schemes, Tray, world } = stub

let home = ''
const argv = process.argv

beforeEach(async () => {
  resetElectron()
  vi.resetModules()
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-main-'))
  process.env['PGTANDEM_HOME'] = home
})

afterEach(async () => {
  world.answer = () => ({ label: 'Leave running and quit' })
  if (Tray.made.length > 0) {
    if (Tray.made.some(({ destroyed }) => !destroyed)) app.quit()
    await waitUntil('the program has left', () =>
      Promise.resolve(Tray.made.every(({ destroyed }) => destroyed)),
    )
  }
  process.argv = argv
  delete process.env['PGTANDEM_HOME']
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const started = async (): Promise<void> => {
  await import('../../electron/main.ts')
  await waitUntil('the program is set up', () => Promise.resolve(powerMonitor.listenerCount('shutdown') > 0))
}
const window = (): InstanceType<typeof BrowserWindow> => {
  const [made] = BrowserWindow.made
  if (made === undefined) throw new Error('no window was made')
  return made
}

describe('the desktop program', () => {
  it('says who it is before anything else, and is set up before the system is ready', async () => {
    await started()
    expect(calls.slice(0, 7).map(({ what }) => what)).toEqual([
      'app.setAppUserModelId',
      'app.setName',
      'app.setPath',
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.requestSingleInstanceLock',
      'app.whenReady',
    ])
    expect(callsOf('app.setPath')).toEqual([['userData', path.join(home, 'desktop')]])
    expect((await stat(path.join(home, 'desktop'))).mode & 0o077).toBe(
      process.platform === 'win32' ? 0o066 : 0,
    )
  })

  it('has page, guards, port, menu, tray and window once it is ready, and shows it', async () => {
    await started()
    expect([...schemes.keys()]).toEqual(['app'])
    expect(permissions.check).toBeDefined()
    expect(window().webContents.windowOpenHandler).toBeDefined()
    expect(ipcMain.listenerCount('pgtandem:port')).toBe(1)
    expect(callsOf('Menu.setApplicationMenu')).toHaveLength(1)
    expect(Tray.made).toHaveLength(1)
    expect(window().visible).toBe(true)
    expect(callsOf('window.loadURL')).toEqual([['app://pgtandem/']])
  })

  it('leaves at once when it runs already', async () => {
    world.hasLock = false
    await import('../../electron/main.ts')
    expect(callsOf('app.quit')).toHaveLength(1)
    expect(callsOf('app.whenReady')).toEqual([])
  })

  it('shows its window when it is started again, or its icon in the dock is clicked', async () => {
    await started()
    for (const event of ['second-instance', 'activate']) {
      window().visible = false
      app.emit(event)
      expect([event, window().visible]).toEqual([event, true])
    }
  })

  it('starts hidden at login: the window is there for the end of the session, its page is not loaded', async () => {
    process.argv = [...argv, '--hidden']
    await started()
    expect(window().visible).toBe(false)
    expect(callsOf('window.loadURL')).toEqual([])
    expect(window().listenerCount('session-end')).toBe(1)
    expect(window().listenerCount('query-session-end')).toBe(1)
  })

  it('goes into the tray when its window is closed, and says so once', async () => {
    await started()
    expect(window().tryToClose()).toBe(false)
    expect(window().visible).toBe(false)
    expect(Notification.shown.map(({ options }) => options.title)).toEqual(['PgTandem goes on in the tray'])
    Tray.made[0]?.emit('click')
    expect(window().visible).toBe(true)
    await waitUntil('that is remembered', async () => {
      const file = path.join(home, 'settings.json')
      return (await stat(file).catch(() => undefined)) !== undefined
    })
    expect(window().tryToClose()).toBe(false)
    expect(Notification.shown).toHaveLength(1)
  })

  it('closes its window on the way out, after its tray is gone', async () => {
    await started()
    app.quit()
    await waitUntil('it has left', () => Promise.resolve(callsOf('app.quit').length === 2))
    expect(Tray.made[0]?.destroyed).toBe(true)
    expect(window().tryToClose()).toBe(true)
  })

  it('does not hold up the end of a session when there is nothing to stop', async () => {
    await started()
    for (const [emitter, event] of [
      [window(), 'query-session-end'],
      [window(), 'session-end'],
    ] as const) {
      const ending = cancellable()
      emitter.emit(event, ending)
      expect([event, ending.defaultPrevented]).toEqual([event, false])
    }
    await waitUntil('it has left', () => Promise.resolve(callsOf('app.exit').length === 1))
  })

  it('loads its page again when that dies, and says so when it dies again at once', async () => {
    await started()
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(callsOf('webContents.reload')).toHaveLength(1)
    window().webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(callsOf('webContents.reload')).toHaveLength(1)
    expect(callsOf('dialog.showMessageBox')).toMatchObject([[{ type: 'error' }]])
  })

  it('speaks the language of the system', async () => {
    world.languages = ['zh-Hans-CN']
    await started()
    expect(Tray.made[0]?.tooltip).toBe('PgTandem：没有实例在运行')
  })

  it('takes a dark taskbar as it comes', async () => {
    world.isDark = true
    await started()
    expect(Tray.made[0]?.image).toMatch(/tray-idle-(dark\.(png|ico)|Template\.png)$/)
  })

  it('says why it cannot start, in plain words, and ends', async () => {
    process.env['PGTANDEM_HOME'] = 'relative/folder'
    await import('../../electron/main.ts')
    expect(callsOf('dialog.showErrorBox')).toMatchObject([
      ['PgTandem cannot start', expect.stringContaining('relative/folder')],
    ])
    expect(callsOf('app.exit')).toEqual([[1]])
  })
})

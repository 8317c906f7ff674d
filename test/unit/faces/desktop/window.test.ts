import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMainWindow } from '../../../../electron/faces/desktop/window/main-window.ts'
import {
  denyPermissions,
  setupContentGuards,
} from '../../../../electron/faces/desktop/window/guard-contents.ts'
import { windowOptions } from '../../../../electron/faces/desktop/window/window-options.ts'
import {
  BrowserWindow,
  callsOf,
  cancellable,
  permissions,
  resetElectron,
  session,
} from '../../../helpers/electron-stub.ts'

vi.mock('electron', () => import('../../../helpers/electron-stub.ts'))
const files = { preload: '/program/preload.cjs', icon: '/program/icons/pgtandem.png' }
const made = (): BrowserWindow => {
  const [window] = BrowserWindow.made
  if (window === undefined) throw new Error('no window was made')
  return window
}

beforeEach(resetElectron)

describe('the window', () => {
  it('gives its page nothing of Node and no way out of the sandbox', () => {
    expect(windowOptions(files).webPreferences).toMatchObject({
      preload: '/program/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  it('remembers its place, which takes a name, and is made hidden', () => {
    expect(windowOptions(files)).toMatchObject({ name: 'main', windowStatePersistence: true, show: false })
  })

  it('loads its page when it is shown for the first time, and only then', () => {
    const window = createMainWindow(files)
    expect(callsOf('window.loadURL')).toEqual([])
    window.show()
    made().minimized = true
    expect(window.isVisible()).toBe(false)
    window.show()
    expect(callsOf('window.loadURL')).toEqual([['app://pgtandem/']])
    expect(window.isVisible()).toBe(true)
    window.hide()
    expect(window.isVisible()).toBe(false)
  })
})

describe('the guards of a page', () => {
  it.each([
    ['app://pgtandem/', false],
    ['app://pgtandem/instance/app', false],
    ['app://pgtandem.evil/', true],
    ['app://other/', true],
    ['https://example.com/', true],
    ['file:///etc/passwd', true],
    ['javascript:alert(1)', true],
    ['data:text/html,x', true],
  ])('navigating to %s is prevented: %s', (url, prevented) => {
    setupContentGuards()
    createMainWindow(files)
    for (const what of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = Object.assign(cancellable(), { url })
      made().webContents.emit(what, event)
      expect([what, event.defaultPrevented]).toEqual([what, prevented])
    }
  })

  it('opens no window, not even one of ours, and embeds nothing', () => {
    setupContentGuards()
    createMainWindow(files)
    const details = { url: 'app://pgtandem/' } as Parameters<
      NonNullable<BrowserWindow['webContents']['windowOpenHandler']>
    >[0]
    expect(made().webContents.windowOpenHandler?.(details)).toEqual({ action: 'deny' })
    const event = cancellable()
    made().webContents.emit('will-attach-webview', event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('permits writing text to the clipboard to our own page, and nothing else to anyone', () => {
    denyPermissions(session.defaultSession as Parameters<typeof denyPermissions>[0])
    const { check, request, device } = permissions
    const mayCheck = (permission: string, origin: string): unknown =>
      check?.(null, permission as 'media', origin, {} as never)
    const mayAsk = (permission: string, requestingUrl: string): unknown => {
      let answer: unknown
      const details = { requestingUrl } as never
      request?.({} as never, permission as 'media', (granted) => void (answer = granted), details)
      return answer
    }
    for (const may of [mayCheck, mayAsk]) {
      expect(may('clipboard-sanitized-write', 'app://pgtandem/')).toBe(true)
      expect(may('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
      for (const permission of [
        'clipboard-read',
        'media',
        'geolocation',
        'notifications',
        'openExternal',
        'hid',
      ])
        expect([permission, may(permission, 'app://pgtandem/')]).toEqual([permission, false])
    }
    expect(device?.({} as never)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { canStartAtLogin, loginItemFor } from '../../../../electron/faces/desktop/login/login-item.ts'
import { applicationMenu } from '../../../../electron/faces/desktop/menu/application-menu.ts'
import { createShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'

describe('starting at login', () => {
  const entry = 'C:\\Program Files\\PgTandem\\main.mjs'

  it('starts hidden on Windows, packaged or not', () => {
    expect(loginItemFor(true, { platform: 'win32', isPackaged: true, entry })).toEqual({
      openAtLogin: true,
      args: ['--hidden'],
    })
    expect(loginItemFor(true, { platform: 'win32', isPackaged: false, entry })).toEqual({
      openAtLogin: true,
      args: [`"${entry}"`, '--hidden'],
    })
  })

  it('takes the same entry away again: Windows compares its arguments', () => {
    expect(loginItemFor(false, { platform: 'win32', isPackaged: true, entry })).toEqual({
      openAtLogin: false,
      args: ['--hidden'],
    })
  })

  it('is for packaged programs on macOS, and not offered on Linux', () => {
    expect(loginItemFor(true, { platform: 'darwin', isPackaged: true, entry })).toEqual({ openAtLogin: true })
    expect(loginItemFor(true, { platform: 'darwin', isPackaged: false, entry })).toBeNull()
    expect(loginItemFor(true, { platform: 'linux', isPackaged: true, entry })).toBeNull()
    expect(canStartAtLogin({ platform: 'linux', isPackaged: true, entry })).toBe(false)
  })
})

describe('the application menu', () => {
  const nothing = { settings: () => undefined, openHome: () => undefined, quit: () => undefined }
  const flat = (items: ReturnType<typeof applicationMenu>): ReturnType<typeof applicationMenu> =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

  it.each(['win32', 'linux', 'darwin'] as const)('has settings, editing, zoom and quit on %s', (platform) => {
    const items = flat(applicationMenu(platform, createShellTranslator('en'), nothing))
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Settings …', 'Copy', 'Paste', 'Zoom in', 'Quit PgTandem', 'Close window']),
    )
    expect(items.map(({ role }) => role)).not.toContain('toggleDevTools')
  })

  it('is Chinese throughout in Chinese', () => {
    const items = flat(applicationMenu('win32', createShellTranslator('zh-CN'), nothing))
    const labels = items.flatMap(({ label }) => (label === undefined ? [] : [label]))
    expect(labels.filter((label) => !/[\u4e00-\u9fff]/.test(label))).toEqual([])
  })

  it('does what it says', () => {
    const done: string[] = []
    const items = flat(
      applicationMenu('win32', createShellTranslator('en'), {
        settings: () => void done.push('settings'),
        openHome: () => void done.push('home'),
        quit: () => void done.push('quit'),
      }),
    )
    for (const item of items) (item.click as (() => void) | undefined)?.()
    expect(done).toEqual(['settings', 'quit', 'home'])
  })
})

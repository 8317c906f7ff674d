import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSettings, type SettingsStore } from '../../../../electron/core/settings-store.ts'
import {
  decideUpdateWay,
  type UpdateFacts,
} from '../../../../electron/faces/desktop/updates/decide-update-way.ts'
import { readUpdateFacts } from '../../../../electron/faces/desktop/updates/read-update-facts.ts'
import { setupUpdates } from '../../../../electron/faces/desktop/updates/setup-updates.ts'
import type { Updater } from '../../../../electron/faces/desktop/updates/updater.ts'
import { createShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import type { UpdateWay } from '../../../../shared/model/update-way.ts'
import { waitUntil } from '../../../helpers/wait-until.ts'

const stub = await vi.hoisted(() => import('../../../helpers/electron-stub.ts'))
vi.mock('electron', () => stub)
const { createNotify } = await import('../../../../electron/faces/desktop/notices/notify.ts')
const { setupLoginItem } = await import('../../../../electron/faces/desktop/login/setup-login.ts')

const signedWindows: UpdateFacts = {
  platform: 'win32',
  isPackaged: true,
  url: 'https://updates.example',
  isSigned: true,
  publisher: true,
  wasSetUp: true,
}

describe('what may be done about updates', () => {
  it.each<[string, Partial<UpdateFacts>, UpdateWay]>([
    ['a signed program that was set up on Windows', {}, 'installs'],
    ['a signed program on macOS', { platform: 'darwin', publisher: false, wasSetUp: false }, 'installs'],
    ['an unsigned program on Windows', { isSigned: false }, 'unsigned'],
    ['one whose updates would be checked against nobody', { publisher: false }, 'unsigned'],
    ['an unsigned program on macOS', { platform: 'darwin', isSigned: false }, 'unsigned'],
    ['a signed program out of the zip', { wasSetUp: false }, 'by-hand'],
    ['Linux', { platform: 'linux' }, 'by-hand'],
    ['a program without an address', { url: null }, 'no-address'],
    ['an address that is not of https', { url: 'http://updates.example' }, 'no-address'],
    ['a clone of the repository', { isPackaged: false }, 'not-installed'],
  ])('%s', (_name, changes, way) => {
    expect(decideUpdateWay({ ...signedWindows, ...changes })).toBe(way)
  })
})

let home = ''
let settings: SettingsStore
beforeEach(async () => {
  stub.resetElectron()
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-updates-'))
  settings = await openSettings(home)
})
afterEach(() => rm(home, { recursive: true, force: true }))

describe('what a package knows of itself', () => {
  it('is read from its archive and beside it', async () => {
    const resources = path.join(home, 'PgTandem', 'resources')
    const folder = path.join(resources, 'app.asar', 'dist', 'desktop')
    await mkdir(folder, { recursive: true })
    const place = {
      platform: 'win32',
      isPackaged: true,
      folder,
      program: path.join(home, 'PgTandem', 'PgTandem.exe'),
    } as const
    expect(await readUpdateFacts(place)).toMatchObject({
      url: null,
      isSigned: false,
      publisher: false,
      wasSetUp: false,
    })
    await writeFile(
      path.join(resources, 'app.asar', 'package.json'),
      JSON.stringify({ name: 'pgtandem', pgtandem: { url: 'https://updates.example', isSigned: true } }),
    )
    await writeFile(
      path.join(resources, 'app-update.yml'),
      'provider: generic\npublisherName:\n  - Somebody\n',
    )
    await writeFile(path.join(home, 'PgTandem', 'Uninstall PgTandem.exe'), '')
    expect(await readUpdateFacts(place)).toEqual(signedWindows)
  })

  it('is nothing where package.json is damaged', async () => {
    const folder = path.join(home, 'dist', 'desktop')
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(home, 'package.json'), '{')
    const place = { platform: 'linux', isPackaged: true, folder, program: process.execPath } as const
    expect(decideUpdateWay(await readUpdateFacts(place))).toBe('no-address')
  })
})

const titles = (): readonly unknown[] => stub.Notification.shown.map(({ options }) => options.title)

describe('looking for updates', () => {
  const ending = new AbortController()
  const looks: string[] = []
  let published: string | null = null
  /** Why the new version is not taken; null: it is. */
  let refusal: string | null = null
  const bugs: unknown[] = []
  const updater: Updater = {
    look: () => Promise.resolve(void looks.push('look')).then(() => published),
    fetch: () =>
      Promise.resolve(void looks.push('fetch')).then(() => {
        if (refusal !== null) throw new Error(refusal)
        return undefined
      }),
  }
  const begin = (way: UpdateWay): void => {
    looks.length = 0
    bugs.length = 0
    setupUpdates(
      {
        host: { settings, onBug: (error) => void bugs.push(error) },
        notify: createNotify(() => undefined),
        translator: () => createShellTranslator('en'),
      },
      { way, openUpdater: () => Promise.resolve(updater), signal: ending.signal, everyMs: 5 },
    )
  }
  const looked = (times: number): Promise<void> =>
    waitUntil(`${times} looks`, () => Promise.resolve(looks.length >= times))

  it('is off until somebody switches it on, and off again', async () => {
    published = null
    begin('installs')
    expect(looks).toEqual([])
    await settings.change({ lookForUpdates: true })
    await looked(2)
    await settings.change({ lookForUpdates: false })
    const seen = looks.length
    await settings.change({ notifications: false })
    expect(looks.length - seen).toBeLessThanOrEqual(1)
    expect(titles()).toEqual([])
  })

  it('never begins where there is no way', async () => {
    await settings.change({ lookForUpdates: true })
    begin('no-address')
    begin('not-installed')
    await settings.change({ theme: 'dark' })
    expect(looks).toEqual([])
  })

  it('of an unsigned program only tells, once for each version', async () => {
    published = '2.0.0'
    await settings.change({ lookForUpdates: true })
    begin('unsigned')
    await looked(3)
    published = '2.0.1'
    await waitUntil('the next version is told', () => Promise.resolve(titles().length === 2))
    expect(titles()).toEqual(['PgTandem 2.0.0 is there', 'PgTandem 2.0.1 is there'])
    expect(looks).not.toContain('fetch')
    await settings.change({ lookForUpdates: false })
  })

  it('gets it where the program is signed, and tells only of what passed the check', async () => {
    published = '3.0.0'
    refusal = 'not signed by the application owner'
    await settings.change({ lookForUpdates: true })
    begin('installs')
    await looked(4)
    expect(titles()).toEqual([])
    expect(String(bugs[0])).toContain('not signed')
    refusal = null
    await waitUntil('it is told', () => Promise.resolve(titles().length === 1))
    expect(stub.Notification.shown[0]?.options.body).toContain('installed when you quit')
    await settings.change({ lookForUpdates: false })
  })
})

const loginItems = (): readonly unknown[] => stub.callsOf('app.setLoginItemSettings').map(([item]) => item)

describe('starting at login, chosen in Setup.exe', () => {
  const facts = { platform: 'win32', isPackaged: true, entry: 'main.mjs' } as const
  const begin = (wasSetUp: boolean): Promise<void> =>
    setupLoginItem(
      { host: { settings, onBug: (error) => expect.unreachable(String(error)) } },
      { ...facts, wasSetUp },
    )

  it('becomes the setting', async () => {
    stub.world.loginItem = '--hidden'
    await begin(true)
    expect(settings.current().startAtLogin).toBe(true)
    // The entry stands; written again, one that the Task Manager switched off would be on.
    expect(loginItems()).toEqual([])
    await settings.change({ startAtLogin: false })
    expect(loginItems().at(-1)).toEqual({ openAtLogin: false, args: ['--hidden'] })
  })

  it('is off again when it is no longer chosen there', async () => {
    await settings.change({ startAtLogin: true })
    await begin(true)
    expect(settings.current().startAtLogin).toBe(false)
    expect(loginItems()).toEqual([])
  })

  it('has no say where Setup.exe installed nothing', async () => {
    await settings.change({ startAtLogin: true })
    await begin(false)
    expect(settings.current().startAtLogin).toBe(true)
    expect(loginItems()).toEqual([{ openAtLogin: true, args: ['--hidden'] }])
  })
})

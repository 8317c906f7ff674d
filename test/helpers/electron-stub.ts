import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

/**
 * As much of Electron as the desktop program uses, with what was done to it: type-checked against the real typings, since
 * its runtime cannot be had everywhere. Used by `vi.mock('electron', () => import('…/electron-stub.ts'))`.
 */
type Part<T, K extends keyof T> = Pick<T, K>

/** Every call of a kind that tests look at, in order, such as `app.setName`. */
export const calls: { readonly what: string; readonly args: readonly unknown[] }[] = []
const record =
  (what: string) =>
  (...args: readonly unknown[]): void =>
    void calls.push({ what, args })

export const callsOf = (what: string): readonly (readonly unknown[])[] =>
  calls.filter((call) => call.what === what).map(({ args }) => args)

/** What the person and the system would answer; tests change it. */
export const world = {
  hasLock: true,
  isDark: false,
  isPackaged: false,
  languages: ['en-GB'],
  focused: null as BrowserWindow | null,
  pickedFolder: null as string | null,
  openPathFailure: '',
  /** The arguments of the login item that the system has; null: none. */
  loginItem: null as string | null,
  /** The label of the button that is pressed, and whether the box is ticked. */
  answer: (
    _question: Electron.MessageBoxOptions,
  ): { readonly label: string; readonly checked?: boolean } => ({
    label: '',
  }),
}

class App extends EventEmitter {
  readonly setAppUserModelId = record('app.setAppUserModelId')
  readonly setName = record('app.setName')
  readonly setPath = record('app.setPath')
  readonly enableSandbox = record('app.enableSandbox')
  readonly setLoginItemSettings = record('app.setLoginItemSettings')
  readonly exit = record('app.exit')
  quit(): void {
    record('app.quit')()
    const event = cancellable()
    this.emit('before-quit', event)
    if (!event.defaultPrevented) this.emit('will-quit', cancellable())
  }
  requestSingleInstanceLock(): boolean {
    record('app.requestSingleInstanceLock')()
    return world.hasLock
  }
  whenReady(): Promise<void> {
    record('app.whenReady')()
    return Promise.resolve()
  }
  get isPackaged(): boolean {
    return world.isPackaged
  }
  getPreferredSystemLanguages(): string[] {
    return world.languages
  }
  getLocale(): string {
    return world.languages[0] ?? ''
  }
  getLoginItemSettings(options?: Electron.LoginItemSettingsOptions): Electron.LoginItemSettings {
    return {
      openAtLogin: world.loginItem === (options?.args ?? []).join(' '),
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }
  }
}

/** An event that may be prevented. */
export function cancellable(): { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

export const app = new App() satisfies Part<
  Electron.App,
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'enableSandbox'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'exit'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'isPackaged'
  | 'getPreferredSystemLanguages'
  | 'getLocale'
>

export class WebContents
  extends EventEmitter
  implements Part<Electron.WebContents, 'reload' | 'setWindowOpenHandler'>
{
  windowOpenHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | undefined
  readonly reload = record('webContents.reload')
  setWindowOpenHandler(
    handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse,
  ): void {
    this.windowOpenHandler = handler
  }
}

export class BrowserWindow
  extends EventEmitter
  implements
    Part<
      Electron.BrowserWindow,
      'loadURL' | 'show' | 'hide' | 'focus' | 'restore' | 'isVisible' | 'isMinimized'
    >
{
  static readonly made: BrowserWindow[] = []
  static getFocusedWindow(): BrowserWindow | null {
    return world.focused
  }
  readonly webContents = new WebContents()
  visible = false
  minimized = false
  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    super()
    record('BrowserWindow')(options)
    BrowserWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    record('window.loadURL')(url)
    return Promise.resolve()
  }
  show(): void {
    record('window.show')()
    this.visible = true
  }
  hide(): void {
    record('window.hide')()
    this.visible = false
  }
  readonly focus = record('window.focus')
  restore(): void {
    this.minimized = false
  }
  isVisible(): boolean {
    return this.visible
  }
  isMinimized(): boolean {
    return this.minimized
  }
  /** As a person does it: true when the window has closed. */
  tryToClose(): boolean {
    const event = cancellable()
    this.emit('close', event)
    return !event.defaultPrevented
  }
}

/** Handlers by scheme, and the privileges that were asked for. */
export const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
export const protocol: Part<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
  registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged'),
  handle: (scheme, handler) => void schemes.set(scheme, handler),
}

type Permissions = Part<
  Electron.Session,
  'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'
>
/** What a session was told to answer. */
export const permissions: {
  check?: Parameters<Permissions['setPermissionCheckHandler']>[0]
  request?: Parameters<Permissions['setPermissionRequestHandler']>[0]
  device?: Parameters<Permissions['setDevicePermissionHandler']>[0]
} = {}
const defaultSession: Permissions = {
  setPermissionCheckHandler: (handler) => void (permissions.check = handler),
  setPermissionRequestHandler: (handler) => void (permissions.request = handler),
  setDevicePermissionHandler: (handler) => void (permissions.device = handler),
}
export const session = { defaultSession }

const optionsOf = (args: readonly unknown[]): unknown => args.at(-1)

export const dialog = {
  showMessageBox: (...args: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> => {
    const options = optionsOf(args) as Electron.MessageBoxOptions
    record('dialog.showMessageBox')(options)
    const { label, checked = false } = world.answer(options)
    const index = options.buttons?.indexOf(label) ?? -1
    return Promise.resolve({
      response: index === -1 ? (options.cancelId ?? 0) : index,
      checkboxChecked: checked,
    })
  },
  showErrorBox: record('dialog.showErrorBox'),
  showOpenDialog: (...args: readonly unknown[]): Promise<Electron.OpenDialogReturnValue> => {
    record('dialog.showOpenDialog')(optionsOf(args))
    const filePaths = world.pickedFolder === null ? [] : [world.pickedFolder]
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  },
} satisfies Part<Electron.Dialog, 'showMessageBox' | 'showErrorBox' | 'showOpenDialog'>

export class Notification extends EventEmitter implements Part<Electron.Notification, 'show'> {
  static readonly shown: Notification[] = []
  static isSupported(): boolean {
    return true
  }
  constructor(readonly options: Electron.NotificationConstructorOptions) {
    super()
  }
  show(): void {
    Notification.shown.push(this)
  }
}

export interface BuiltMenu {
  readonly template: readonly Electron.MenuItemConstructorOptions[]
}
export const Menu = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]): BuiltMenu => ({ template }),
  setApplicationMenu: record('Menu.setApplicationMenu'),
}

export class Tray extends EventEmitter implements Part<Electron.Tray, 'setImage' | 'setToolTip' | 'destroy'> {
  static readonly made: Tray[] = []
  menu: BuiltMenu | undefined
  menusSet = 0
  tooltip = ''
  destroyed = false
  constructor(public image: string) {
    super()
    Tray.made.push(this)
  }
  setImage(image: string): void {
    this.image = image
  }
  setToolTip(tooltip: string): void {
    this.tooltip = tooltip
  }
  setContextMenu(menu: BuiltMenu): void {
    this.menu = menu
    this.menusSet += 1
  }
  destroy(): void {
    this.destroyed = true
  }
}

class NativeTheme extends EventEmitter {
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return world.isDark
  }
}
export const nativeTheme = new NativeTheme() satisfies Part<
  Electron.NativeTheme,
  'shouldUseDarkColorsForSystemIntegratedUI'
>

export const ipcMain = new EventEmitter()
export const powerMonitor = new EventEmitter()

export const clipboard: Part<Electron.Clipboard, 'writeText'> = {
  writeText: (text) => {
    record('clipboard.writeText')(text)
    return Promise.resolve()
  },
}

export const shell: Part<Electron.Shell, 'openPath'> = {
  openPath: (path) => {
    record('shell.openPath')(path)
    return Promise.resolve(world.openPathFailure)
  },
}

const untouched = { ...world }
/** As after a fresh start, between tests. */
export function resetElectron(): void {
  calls.length = 0
  BrowserWindow.made.length = 0
  Notification.shown.length = 0
  Tray.made.length = 0
  schemes.clear()
  Object.assign(world, untouched)
  for (const emitter of [app, nativeTheme, ipcMain, powerMonitor]) emitter.removeAllListeners()
}

import type { BrowserWindowConstructorOptions } from 'electron'

/** How the window is made: a sandboxed page that has nothing of Node's, and Electron remembers where it stood. */
export const windowOptions = (files: {
  readonly preload: string
  readonly icon: string
}): BrowserWindowConstructorOptions => ({
  // The name under which its place is remembered.
  name: 'main',
  windowStatePersistence: true,
  title: 'PgTandem',
  icon: files.icon,
  width: 1200,
  height: 800,
  minWidth: 480,
  minHeight: 400,
  show: false,
  autoHideMenuBar: true,
  webPreferences: {
    preload: files.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  },
})

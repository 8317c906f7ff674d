import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { failToStart } from './faces/desktop/fail-to-start.ts'
import { setupIdentity } from './faces/desktop/identity.ts'
import { setupLastChance } from './faces/desktop/last-chance.ts'
import { setupLoginItem, startServersAtLogin, wasStartedAtLogin } from './faces/desktop/login/setup-login.ts'
import { setupMenu } from './faces/desktop/menu/setup-menu.ts'
import { setupMessagePort } from './faces/desktop/message-port.ts'
import { setupNotices } from './faces/desktop/notices/setup-notices.ts'
import { chooseHome, openShell } from './faces/desktop/open-shell.ts'
import { registerPageScheme } from './faces/desktop/page/scheme.ts'
import { programFiles } from './faces/desktop/program-files.ts'
import { setupQuit } from './faces/desktop/quit/setup-quit.ts'
import { setupSessionEnd } from './faces/desktop/quit/setup-session-end.ts'
import { isOnlyInstance } from './faces/desktop/single-instance.ts'
import { setupTray } from './faces/desktop/tray/setup-tray.ts'
import { setupUpdates } from './faces/desktop/updates/setup-updates.ts'
import { createUpdater } from './faces/desktop/updates/updater.ts'
import { wasSetUp } from './faces/desktop/was-set-up.ts'
import { setupCloseToTray } from './faces/desktop/window/close-to-tray.ts'
import { setupContentGuards } from './faces/desktop/window/guard-contents.ts'
import { setupPageRevival } from './faces/desktop/window/revive-page.ts'

const files = programFiles(fileURLToPath(import.meta.url))
let showWindow = (): void => undefined

try {
  setupIdentity(chooseHome())
  registerPageScheme()
  setupContentGuards()
  // Not awaited: Electron is ready only when this module has been loaded.
  if (isOnlyInstance(() => showWindow())) app.whenReady().then(start).catch(failToStart)
  else app.quit()
} catch (error) {
  failToStart(error)
}

async function start(): Promise<void> {
  const opened = await openShell(files)
  const { shell } = opened
  const ending = new AbortController()
  const close = async (): Promise<void> => {
    ending.abort()
    await opened.close()
  }
  setupLastChance(shell, ending.signal)
  setupMessagePort(shell.host, shell.window)
  setupMenu(shell)
  setupTray(shell, { iconFolder: files.icons, quit: () => app.quit(), signal: ending.signal })
  setupNotices(shell, ending.signal)
  setupCloseToTray(shell)
  setupPageRevival(shell)
  setupQuit(shell, close)
  setupSessionEnd(shell, close)
  setupUpdates(shell, {
    way: shell.host.info.updates,
    openUpdater: () => createUpdater(process.platform),
    signal: ending.signal,
  })
  await setupLoginItem(shell, {
    platform: process.platform,
    isPackaged: app.isPackaged,
    entry: files.entry,
    wasSetUp: wasSetUp(process.execPath),
  })
  showWindow = () => shell.open()
  if (!wasStartedAtLogin(process.argv)) shell.open()
  else startServersAtLogin(shell, ending.signal).catch((error: unknown) => shell.host.onBug(error, 'login'))
}

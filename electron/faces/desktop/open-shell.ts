import os from 'node:os'
import { app, BrowserWindow, session } from 'electron'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { openCore } from '../../core/open-core.ts'
import { programVersion } from '../../core/program-version.ts'
import { resolveHome } from '../../system/platform/home.ts'
import { openHost } from '../rpc/open-host.ts'
import { type Assets, readAssets } from '../rpc/page/assets.ts'
import { createDesktop } from './desktop-services.ts'
import { createDialogs } from './dialogs.ts'
import { canStartAtLogin } from './login/login-item.ts'
import { createNotify } from './notices/notify.ts'
import { createPageRequests } from './page-requests.ts'
import { setupPage } from './page/scheme.ts'
import type { ProgramFiles } from './program-files.ts'
import { createLifecycle } from './quit/lifecycle.ts'
import type { Shell } from './shell.ts'
import { createSpeaker } from './speak.ts'
import { decideUpdateWay } from './updates/decide-update-way.ts'
import { readUpdateFacts } from './updates/read-update-facts.ts'
import { denyPermissions } from './window/guard-contents.ts'
import { createMainWindow } from './window/main-window.ts'

/** The home of this program; see `resolveHome`, whose errors it throws. */
export const chooseHome = (): string =>
  resolveHome({
    env: process.env,
    platform: process.platform,
    homedir: os.homedir(),
    isRoot: process.getuid?.() === 0,
  })

/** Builds the core, what it is bound to and the hidden window. Throws `page-not-built`, and what opening the core throws. */
export async function openShell(
  files: ProgramFiles,
): Promise<{ readonly shell: Shell; close(): Promise<void> }> {
  const assets = await readPage(files.page)
  const core = await openCore({
    home: undefined,
    env: process.env,
    programDir: files.folder,
    programVersion,
    // Electron refuses to run as root, so there is no root to give up.
    tell: () => undefined,
  })
  const requests = createPageRequests()
  const login = { platform: process.platform, isPackaged: app.isPackaged, entry: files.entry }
  const updates = decideUpdateWay(
    await readUpdateFacts({ ...login, folder: files.folder, program: process.execPath }),
  )
  const desktop = createDesktop(requests, owner, { canStartAtLogin: canStartAtLogin(login), updates })
  const host = await openHost({ core, desktop })
  setupPage(assets)
  denyPermissions(session.defaultSession)
  const window = createMainWindow({ preload: files.preload, icon: files.windowIcon })
  const open = (path?: string): void => {
    if (path !== undefined) requests.ask(path)
    window.show()
  }
  const shell: Shell = {
    host,
    window,
    dialogs: createDialogs(owner),
    notify: createNotify(open),
    lifecycle: createLifecycle(),
    open,
    translator: createSpeaker(() => host.settings.current()),
  }
  const close = async (): Promise<void> => {
    await host.close()
    await core.close()
  }
  return { shell, close }
}

/** The window that a dialog is to lie upon. */
const owner = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? undefined

async function readPage(folder: string): Promise<Assets> {
  return readAssets(folder).catch((error: unknown) => {
    throw new PgTandemError('page-not-built', { path: folder }, {}, { cause: error })
  })
}

import type { AppUpdater } from 'electron-updater'
import { verifySignature } from '../../../system/platform/verify-signature.ts'

/** As much of electron-updater as is used. */
export interface Updater {
  /** The version that is published, when it is newer than this one; else null. */
  look(): Promise<string | null>
  /** Gets it and looks at its signature; it is installed when the program is quit. Throws where the signature is not ours. */
  fetch(): Promise<void>
}

/** Loaded when it is wanted for the first time: most people never do. */
export async function createUpdater(platform: NodeJS.Platform): Promise<Updater> {
  const updater = await makeUpdater(platform)
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = true
  updater.autoRunAppAfterInstall = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  // Setup.exe is published whole, without a map of its parts.
  updater.disableDifferentialDownload = true
  updater.logger = null
  // What fails rejects as well; an event of this name that nobody hears would end the program.
  updater.on('error', () => undefined)
  return {
    async look() {
      const found = await updater.checkForUpdates()
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null
    },
    async fetch() {
      await updater.downloadUpdate()
    },
  }
}

/** Each reads `app-update.yml` beside the archive. On Linux it is only asked what there is. */
async function makeUpdater(platform: NodeJS.Platform): Promise<AppUpdater> {
  const { DebUpdater, MacUpdater, NsisUpdater } = await import('electron-updater')
  if (platform === 'win32') {
    const updater = new NsisUpdater()
    updater.verifyUpdateCodeSignature = verifySignature
    return updater
  }
  return platform === 'darwin' ? new MacUpdater() : new DebUpdater()
}

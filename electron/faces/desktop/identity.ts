import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { appId } from './app-id.ts'

/**
 * Says who we are, before anything else asks. What Chromium keeps lies in the home, so that another home is another
 * program: its own window, its own single instance.
 */
export function setupIdentity(home: string): void {
  app.setAppUserModelId(appId)
  app.setName('PgTandem')
  const folder = join(home, 'desktop')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  app.enableSandbox()
}

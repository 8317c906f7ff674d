import { app, Menu, shell as system } from 'electron'
import type { Shell } from '../shell.ts'
import { applicationMenu } from './application-menu.ts'

/** Makes the application menu, and again when the language is changed. */
export function setupMenu({ host, open, translator }: Shell): void {
  let shown: string | undefined
  const show = (): void => {
    const t = translator()
    if (t.language === shown) return
    shown = t.language
    const template = applicationMenu(process.platform, t, {
      settings: () => open('/settings'),
      openHome: () => void system.openPath(host.core.home),
      quit: () => app.quit(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  show()
  host.settings.onChange(show)
}

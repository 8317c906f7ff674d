import type { Shell } from '../shell.ts'

/** Closing the window leaves the program in the tray; the first time, it says so. */
export function setupCloseToTray({ window, host, lifecycle, notify, translator }: Shell): void {
  let isTold = host.settings.current().toldAboutTray
  window.native.on('close', (event) => {
    if (lifecycle.isQuitting()) return
    event.preventDefault()
    window.hide()
    if (isTold) return
    isTold = true
    const { t } = translator()
    notify({ title: t('shell.notices.in-tray.title'), body: t('shell.notices.in-tray.body'), path: null })
    host.settings.change({ toldAboutTray: true }).catch((error: unknown) => host.onBug(error, 'tray'))
  })
}

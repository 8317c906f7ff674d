import type { Shell } from '../shell.ts'

const OFTEN_MS = 60_000

/** A page whose process died is loaded again; when that happens twice in a minute, it is said instead. */
export function setupPageRevival({ window, dialogs, translator, host }: Shell): void {
  let last = Number.NEGATIVE_INFINITY
  window.native.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    host.onBug(new Error(`the page's process ended: ${reason}, ${exitCode}`), 'window')
    const now = Date.now()
    const isOften = now - last < OFTEN_MS
    last = now
    if (!isOften) return window.native.webContents.reload()
    const { t } = translator()
    void dialogs.tell(t('shell.failures.page-gone'), t('shell.failures.page-gone-hint'))
  })
}

import { app } from 'electron'
import type { Shell } from '../shell.ts'
import { runQuitSequence } from './quit-sequence.ts'

/** Every way to quit goes through the sequence, once at a time; `close` ends what the program holds. */
export function setupQuit(shell: Shell, close: () => Promise<void>): void {
  let isAsking = false
  const leave = async (): Promise<void> => {
    const decision = await runQuitSequence(shell)
    if (decision === 'stay') return
    shell.lifecycle.beginQuitting()
    await close()
    app.quit()
  }
  app.on('before-quit', (event) => {
    if (shell.lifecycle.isQuitting()) return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    leave()
      .catch((error: unknown) => {
        shell.host.onBug(error, 'quit')
        shell.lifecycle.beginQuitting()
        app.quit()
      })
      .finally(() => {
        isAsking = false
      })
  })
  // The window is only closed on the way out; while it is hidden the tray keeps the program alive.
  app.on('window-all-closed', () => {
    if (shell.lifecycle.isQuitting()) app.quit()
  })
}

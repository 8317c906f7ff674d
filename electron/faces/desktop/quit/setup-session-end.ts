import { app, powerMonitor } from 'electron'
import { stopRequests } from '../actions/perform-all.ts'
import type { Shell } from '../shell.ts'
import { stopInTime } from './stop-in-time.ts'

interface Ending {
  preventDefault(): void
}

/**
 * At logoff and shutdown servers are stopped in order, whatever becomes of them when the program is quit: the system would end
 * them all the same, but not cleanly.
 *
 * Windows asks its windows first (`query-session-end`, which may be held up) and then ends the session whatever they said;
 * macOS and Linux tell the power monitor.
 */
export function setupSessionEnd(shell: Shell, close: () => Promise<void>): void {
  const { host, lifecycle, window } = shell
  let ending: Promise<void> | undefined
  const mustStop = (): boolean => stopRequests(host.live.current()).length > 0
  const leave = async (): Promise<void> => {
    // No dialog may stand in the way of a session that ends.
    lifecycle.beginQuitting()
    if (mustStop()) await stopInTime(host)
    await close()
    app.exit(0)
  }
  const end = (event?: Ending): void => {
    if (ending !== undefined || mustStop()) event?.preventDefault()
    ending ??= leave().catch((error: unknown) => {
      host.onBug(error, 'session-end')
      app.exit(1)
    })
  }
  window.native.on('query-session-end', (event) => {
    // Another program may still call the end of the session off: without servers to stop there is nothing to do yet.
    if (ending !== undefined || mustStop()) end(event)
  })
  window.native.on('session-end', end)
  powerMonitor.on('shutdown', end)
}

import { clipboard } from 'electron'
import { toErrorRecord } from '../../../core/plan/job/error-record.ts'
import { act, tellFailures } from '../actions/act.ts'
import { startRequests, stopRequests } from '../actions/perform-all.ts'
import type { Shell } from '../shell.ts'
import type { TrayAction } from './tray-menu.ts'

/** Does what a click in the tray asks for; what is refused is said in a dialog. */
export async function doTrayAction(action: TrayAction, shell: Shell, quit: () => void): Promise<void> {
  const { host, open } = shell
  switch (action.do) {
    case 'start':
    case 'stop':
    case 'restart':
      await act([{ operation: action.do, name: action.name }], shell)
      return
    case 'start-all':
      await act(startRequests(host.live.current()), shell)
      return
    case 'stop-all':
      await act(stopRequests(host.live.current()), shell)
      return
    case 'copy-connection':
      await copyConnection(action.name, shell)
      return
    case 'open':
      open(action.path)
      return
    case 'quit':
      quit()
  }
}

/** Without its password: a clipboard is read by many. */
async function copyConnection(name: string, shell: Shell): Promise<void> {
  try {
    await clipboard.writeText(await shell.host.core.connectionUrl(name))
  } catch (error) {
    const performed = { kind: 'failed' as const, error: toErrorRecord(error), report: null }
    await tellFailures([{ request: { operation: 'start', name }, performed }], shell)
  }
}

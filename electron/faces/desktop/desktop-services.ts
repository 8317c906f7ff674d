import { type BrowserWindow, dialog, shell } from 'electron'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Desktop } from '../rpc/host.ts'
import type { PageRequests } from './page-requests.ts'

/** What the contract's `desktop` part is bound to. Paths were checked by then. */
export function createDesktop(
  requests: PageRequests,
  owner: () => BrowserWindow | undefined,
  can: Pick<Desktop, 'canStartAtLogin' | 'updates'>,
): Desktop {
  return {
    ...can,
    pages: (signal) => requests.follow(signal),
    async openPath(path) {
      const failure = await shell.openPath(path)
      if (failure !== '') throw new PgTandemError('path-not-opened', { path, reason: failure })
    },
    async pickFolder({ title, startAt }) {
      const options = {
        title,
        properties: ['openDirectory' as const, 'createDirectory' as const],
        ...(startAt === null ? {} : { defaultPath: startAt }),
      }
      const window = owner()
      const { filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return filePaths[0] ?? null
    },
  }
}

import type { ShellTranslator } from '../../../shared/i18n/window/shell-translator.ts'
import type { OpenHost } from '../rpc/open-host.ts'
import type { Dialogs } from './dialogs.ts'
import type { Lifecycle } from './quit/lifecycle.ts'
import type { Notify } from './notices/notify.ts'
import type { MainWindow } from './window/main-window.ts'

/** What the parts of the desktop program share. Built once, in main.ts. */
export interface Shell {
  readonly host: OpenHost
  readonly window: MainWindow
  readonly dialogs: Dialogs
  readonly notify: Notify
  readonly lifecycle: Lifecycle
  /** Shows the window, at a page of it. */
  readonly open: (path?: string) => void
  /** Of the language that is set now. */
  readonly translator: () => ShellTranslator
}

import { BrowserWindow } from 'electron'
import { pageOrigin } from '../page/scheme.ts'
import { windowOptions } from './window-options.ts'

/** Our one window. It is hidden rather than closed, and its page is loaded when it is shown for the first time. */
export interface MainWindow {
  readonly native: BrowserWindow
  show(): void
  hide(): void
  isVisible(): boolean
}

/** Made even for a hidden start: Windows tells only windows that the session ends. */
export function createMainWindow(files: { readonly preload: string; readonly icon: string }): MainWindow {
  const native = new BrowserWindow(windowOptions(files))
  let loaded: Promise<void> | undefined
  const load = (): Promise<void> =>
    (loaded ??= native.loadURL(`${pageOrigin}/`).catch(() => {
      // Says itself what is wrong: its protocol answers from memory.
      loaded = undefined
    }))
  return {
    native,
    show() {
      void load()
      if (native.isMinimized()) native.restore()
      native.show()
      native.focus()
    },
    hide: () => native.hide(),
    isVisible: () => native.isVisible() && !native.isMinimized(),
  }
}

import { app } from 'electron'

/** False when this program runs already with this home: that one shows its window, and this one has to leave. */
export function isOnlyInstance(showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', showWindow)
  // macOS: a click on the icon in the dock.
  app.on('activate', showWindow)
  return true
}

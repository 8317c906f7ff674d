/** What a page in Electron posts to its own window, with one end of a MessageChannel; the preload script waits for it. */
export const portMessage = 'pgtandem:port'

/** On which the preload script forwards that port to the main process. */
export const portChannel = 'pgtandem:port'

import type { Settings as LoginItem } from 'electron'

/** With it the program starts without showing its window. */
export const hiddenFlag = '--hidden'

/** What the system must be told depends on where and how this program runs. */
export interface LoginFacts {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The bundle that Electron was started with, when it is not packaged. */
  readonly entry: string
}

/** Electron can do it on Windows and macOS; on macOS only for a packaged program, since a login item takes no arguments there. */
export const canStartAtLogin = ({ platform, isPackaged }: LoginFacts): boolean =>
  platform === 'win32' || (platform === 'darwin' && isPackaged)

/** The login item that a setting asks for; null where there is none to be had. Pure. */
export function loginItemFor(startAtLogin: boolean, facts: LoginFacts): LoginItem | null {
  if (!canStartAtLogin(facts)) return null
  if (facts.platform !== 'win32') return { openAtLogin: startAtLogin }
  // Windows keeps one line of text: what may hold spaces needs its quotes.
  const args = facts.isPackaged ? [hiddenFlag] : [`"${facts.entry}"`, hiddenFlag]
  return { openAtLogin: startAtLogin, args }
}

import path from 'node:path'

/** Where the parts of the program lie; see build/desktop.mjs. */
export interface ProgramFiles {
  /** The bundle that Electron was started with. */
  readonly entry: string
  readonly folder: string
  readonly preload: string
  readonly icons: string
  readonly windowIcon: string
  /** The built page. */
  readonly page: string
}

/** From the path of the program's bundle. */
export function programFiles(entry: string): ProgramFiles {
  const folder = path.dirname(entry)
  const icons = path.join(folder, 'icons')
  return {
    entry,
    folder,
    preload: path.join(folder, 'preload.cjs'),
    icons,
    windowIcon: path.join(icons, 'pgtandem.png'),
    page: path.join(folder, '..', 'renderer'),
  }
}

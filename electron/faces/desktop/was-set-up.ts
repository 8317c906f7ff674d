import { existsSync } from 'node:fs'
import path from 'node:path'

/** Whether Setup.exe installed the program that runs: its uninstaller lies beside it. One out of a zip has none. */
export const wasSetUp = (program: string): boolean =>
  existsSync(path.join(path.dirname(program), 'Uninstall PgTandem.exe'))

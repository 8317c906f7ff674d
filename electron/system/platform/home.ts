import { constants } from 'node:fs'
import { access, mkdir, rmdir, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { closeToOthers, isInProfile } from './windows-access.ts'

/** What decides where the home is. */
export interface HomeFacts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Of the account, as `os.homedir()` gives it. */
  readonly homedir: string
  readonly isRoot: boolean
}

/**
 * The directory of all that PgTandem keeps: `PGTANDEM_HOME`, else the place for program data on this system.
 *
 * Throws `home-not-absolute` (a relative one would be another directory in each terminal) or `home-unknown`.
 */
export const resolveHome = ({ env, platform, homedir, isRoot }: HomeFacts): string => {
  const paths = platform === 'win32' ? path.win32 : path.posix
  const chosen = env['PGTANDEM_HOME']
  if (chosen !== undefined && chosen !== '') {
    if (!paths.isAbsolute(chosen)) throw new PgTandemError('home-not-absolute', { path: chosen })
    return paths.resolve(chosen)
  }
  if (platform !== 'win32' && isRoot) return '/var/lib/pgtandem'
  const local = env['LOCALAPPDATA']
  if (platform === 'win32' && local !== undefined && local !== '') return paths.join(local, 'PgTandem')
  if (homedir === '') throw new PgTandemError('home-unknown')
  if (platform === 'win32') return paths.join(homedir, 'AppData', 'Local', 'PgTandem')
  if (platform === 'darwin') return paths.join(homedir, 'Library', 'Application Support', 'PgTandem')
  return paths.join(homedir, '.local', 'share', 'pgtandem')
}

/** Why the home cannot be had, by what the system answered; what is no failure of the system stays as it is. */
export const homeFailure = (home: string, error: unknown): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EROFS') return new PgTandemError('home-read-only', { path: home }, {}, { cause: error })
  if (code === 'EACCES' || code === 'EPERM')
    return new PgTandemError('home-not-writable', { path: home }, {}, { cause: error })
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new PgTandemError('home-not-a-directory', { path: home }, {}, { cause: error })
  if (typeof code === 'string' && !(error instanceof PgTandemError))
    return new PgTandemError('home-not-made', { path: home, reason: code }, {}, { cause: error })
  return error
}

/** Windows gives a new folder the permissions of the one it lies in, which outside the profile let everyone read. */
const closeHome = async (home: string): Promise<void> => {
  if (process.platform !== 'win32' || isInProfile(home, os.homedir())) return
  try {
    await closeToOthers(home)
  } catch (error) {
    await rmdir(home).catch(() => {})
    throw new PgTandemError('home-not-closed', { path: home }, {}, { cause: error })
  }
}

/**
 * Makes the home, closed to other accounts (0700), unless it is there; the mode of one that exists is left as it is.
 *
 * Throws `home-not-a-directory`, `home-not-writable`, `home-read-only`, `home-not-closed` or `home-not-made`.
 */
export const ensureHome = async (home: string): Promise<'made' | 'present'> => {
  try {
    const found = await stat(home).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (found === undefined) {
      await mkdir(path.dirname(home), { recursive: true })
      await mkdir(home, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
      await closeHome(home)
      return 'made'
    }
    if (!found.isDirectory()) throw new PgTandemError('home-not-a-directory', { path: home })
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    return 'present'
  } catch (error) {
    throw homeFailure(home, error)
  }
}

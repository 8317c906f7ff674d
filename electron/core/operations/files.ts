import { posix, win32 } from 'node:path'
import type { WorldBase } from './world.ts'

/** Joins in the spelling of the path itself: plans are made on one platform and read on another only in tests. */
export const inDir = (dir: string, ...names: readonly string[]): string => rulesOf(dir).join(dir, ...names)

/** A path as a program takes it whose working directory is `dir`. */
export const resolveIn = (dir: string, path: string): string => rulesOf(dir).resolve(dir, path)

const rulesOf = (dir: string): typeof posix => (/^[a-zA-Z]:|\\/.test(dir) ? win32 : posix)

export const autoConfOf = (dataDir: string): string => inDir(dataDir, 'postgresql.auto.conf')

/** A clone is made beside its final place, on the same file system, and renamed when complete (safety rule 2). */
export const partialDirOf = (dataDir: string): string => `${dataDir}.partial`

/** Where `reclone` keeps the old copy until the new one streams. */
export const asideDirOf = (dataDir: string): string => `${dataDir}.old`

/** PostgreSQL takes forward slashes on every platform, and backslashes would need doubling in its files. */
export const forwardSlashes = (path: string): string =>
  /^[a-zA-Z]:|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path

/** The names that lead from one folder to another; null where it does not lie in it. */
export function namesBelow(
  folder: string,
  path: string,
  platform: WorldBase['platform'],
): readonly string[] | null {
  const cut = (text: string): readonly string[] => {
    const names = text.split(platform === 'win32' ? /[\\/]+/ : /\/+/).filter((part) => part !== '')
    // On these platforms, names in another case mostly mean the same folder.
    return platform === 'linux' ? names : names.map((part) => part.toLowerCase())
  }
  const [outer, inner] = [cut(folder), cut(path)]
  return outer.every((part, index) => part === inner[index]) ? inner.slice(outer.length) : null
}

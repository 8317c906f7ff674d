import { posix, win32 } from 'node:path'

/** Joins in the spelling of the path itself: plans are made on one platform and read on another only in tests. */
export function inDir(dir: string, ...names: readonly string[]): string {
  const rules = /^[a-zA-Z]:|\\/.test(dir) ? win32 : posix
  return rules.join(dir, ...names)
}

export const autoConfOf = (dataDir: string): string => inDir(dataDir, 'postgresql.auto.conf')

/** A clone is made beside its final place, on the same file system, and renamed when complete (safety rule 2). */
export const partialDirOf = (dataDir: string): string => `${dataDir}.partial`

/** Where `reclone` keeps the old copy until the new one streams. */
export const asideDirOf = (dataDir: string): string => `${dataDir}.old`

/** PostgreSQL takes forward slashes on every platform, and backslashes would need doubling in its files. */
export const forwardSlashes = (path: string): string =>
  /^[a-zA-Z]:|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path

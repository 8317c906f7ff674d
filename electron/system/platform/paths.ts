import { constants, type Stats } from 'node:fs'
import { access, lstat, opendir, realpath, stat, statfs } from 'node:fs/promises'
import path from 'node:path'

/** What stands at a path. */
export type PathKind = 'absent' | 'empty-directory' | 'directory' | 'file' | 'broken-link' | 'other'

/** A path as this account finds it; links are followed. */
export interface PathReport {
  readonly kind: PathKind
  readonly isLink: boolean
  /** The path behind all links; for an absent one, behind those of its nearest existing ancestor. */
  readonly realPath: string
  /** Undefined for an absent path. */
  readonly ownerUid: number | undefined
  /** The permission bits, such as 0o700; undefined for an absent path. Windows knows only the read-only bit. */
  readonly mode: number | undefined
  /** Whether this account can write to what is there; on Windows only the read-only bit is asked. */
  readonly writable: boolean
  /** The same for the nearest existing directory above it: whether the path could be made. */
  readonly parentWritable: boolean
  /** False also for a directory that may not be listed: its kind is then `directory`. */
  readonly readable: boolean
}

const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

const orUndefined = async (found: Promise<Stats>): Promise<Stats | undefined> => {
  try {
    return await found
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const allows = (file: string, mode: number) =>
  access(file, mode).then(
    () => true,
    () => false,
  )

/** The path itself, or the nearest directory above it that exists. */
export const findExistingAncestor = async (file: string): Promise<string> => {
  const resolved = path.resolve(file)
  const found = await orUndefined(stat(resolved))
  const parent = path.dirname(resolved)
  return found !== undefined || parent === resolved ? resolved : findExistingAncestor(parent)
}

const readRealPath = async (file: string): Promise<string> => {
  const resolved = path.resolve(file)
  const ancestor = await findExistingAncestor(resolved)
  return path.join(await realpath(ancestor), path.relative(ancestor, resolved))
}

const isEmpty = async (directory: string) => {
  const entries = await opendir(directory).catch(() => undefined)
  if (entries === undefined) return false
  try {
    return (await entries.read()) === null
  } finally {
    await entries.close()
  }
}

const kindOf = async (file: string, found: Stats | undefined, isLink: boolean): Promise<PathKind> => {
  if (found === undefined) return isLink ? 'broken-link' : 'absent'
  if (found.isFile()) return 'file'
  if (!found.isDirectory()) return 'other'
  return (await isEmpty(file)) ? 'empty-directory' : 'directory'
}

/** Looks at a path without changing anything. Throws EACCES when a directory above it is closed to this account. */
export const inspectPath = async (file: string): Promise<PathReport> => {
  const isLink = (await orUndefined(lstat(file)))?.isSymbolicLink() === true
  const found = await orUndefined(stat(file))
  const parent = await findExistingAncestor(path.dirname(path.resolve(file)))
  const search = found?.isDirectory() === true ? constants.X_OK : 0
  return {
    kind: await kindOf(file, found, isLink),
    isLink,
    realPath: await readRealPath(file),
    ownerUid: found?.uid,
    mode: found === undefined ? undefined : found.mode & 0o7777,
    writable: found !== undefined && (await allows(file, constants.W_OK | search)),
    readable: found !== undefined && (await allows(file, constants.R_OK | search)),
    parentWritable:
      (await orUndefined(stat(parent)))?.isDirectory() === true &&
      (await allows(parent, constants.W_OK | constants.X_OK)),
  }
}

const fold = (text: string) =>
  process.platform === 'win32' || process.platform === 'darwin' ? text.toLowerCase() : text

/**
 * Whether `child` is `parent` or lies below it, links followed; neither need exist.
 *
 * On Windows and macOS spelling in capitals makes no difference, as on their usual file systems.
 */
export const isInside = async (child: string, parent: string): Promise<boolean> => {
  const relative = path.relative(fold(await readRealPath(parent)), fold(await readRealPath(child)))
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative))
}

/** Bytes that this account can still write on the disk of a path; the path need not exist yet. */
export const readFreeBytes = async (file: string): Promise<number> => {
  const { bavail, bsize } = await statfs(await findExistingAncestor(file))
  return bavail * bsize
}

/** Whether the file system of a path is mounted read-only. */
export const isFileSystemReadOnly = async (file: string): Promise<boolean> =>
  access(await findExistingAncestor(file), constants.W_OK).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'EROFS',
  )

const swapCase = (text: string) =>
  text.replaceAll(/\p{L}/gu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )

/** Whether the file system of a path takes `A` and `a` for one name; nothing is written to find out. */
export const isCaseInsensitive = async (file: string): Promise<boolean> => {
  const existing = await findExistingAncestor(file)
  const name = path.basename(existing)
  const parent = path.dirname(existing)
  const swapped = swapCase(name)
  if (swapped === name) return parent === existing ? process.platform === 'win32' : isCaseInsensitive(parent)
  const found = await stat(existing, { bigint: true })
  const other = await stat(path.join(parent, swapped), { bigint: true }).catch(() => undefined)
  return other !== undefined && other.ino === found.ino && other.dev === found.dev
}

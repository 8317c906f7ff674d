import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { readIdentity } from '../process/identity.ts'
import { readTool } from '../process/read-tool.ts'

/** An account as the system's permission checks see it. */
export interface Reader {
  readonly uid: number
  readonly gids: readonly number[]
}

const READ = 4
const SEARCH = 1

const grants = (found: { mode: number; uid: number; gid: number }, reader: Reader, bits: number) => {
  const shift = found.uid === reader.uid ? 6 : reader.gids.includes(found.gid) ? 3 : 0
  return ((found.mode >> shift) & bits) === bits
}

const ancestorsOf = (file: string): readonly string[] => {
  const parent = path.dirname(file)
  return parent === file ? [file] : [...ancestorsOf(parent), file]
}

const findBlockedAncestorOn = async (file: string, reader: Reader): Promise<string | undefined> => {
  for (const part of ancestorsOf(path.dirname(file))) {
    const found = await stat(part).catch(() => undefined)
    if (found === undefined || !grants(found, reader, SEARCH)) return part
  }
  return undefined
}

/** The first directory above a file that an account may not pass through; the file itself is not asked, only where its links lead. */
export const findBlockedAncestor = async (file: string, reader: Reader): Promise<string | undefined> => {
  const asWritten = await findBlockedAncestorOn(path.resolve(file), reader)
  if (asWritten !== undefined) return asWritten
  const real = await realpath(file).catch(() => undefined)
  return real === undefined ? undefined : findBlockedAncestorOn(real, reader)
}

/**
 * The first part of a path that is closed to an account; undefined when it can read the file or list the directory.
 *
 * Judged by mode bits, on the path as written and behind its links; access control lists are not read.
 */
export const findBlocked = async (file: string, reader: Reader): Promise<string | undefined> => {
  const ancestor = await findBlockedAncestor(file, reader)
  if (ancestor !== undefined) return ancestor
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) return file
  return grants(found, reader, found.isDirectory() ? READ | SEARCH : READ) ? undefined : file
}

/** Whether an account can read a file or list a directory. */
export const canReach = async (file: string, reader: Reader): Promise<boolean> =>
  (await findBlocked(file, reader)) === undefined

/** Whether an account can read a directory and everything in it. */
export const canReachTree = async (directory: string, reader: Reader): Promise<boolean> => {
  if (!(await canReach(directory, reader))) return false
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined)
    if (found === undefined) continue
    if (!grants(found, reader, found.isDirectory() ? READ | SEARCH : READ)) return false
  }
  return true
}

/** Lets every account read a directory and all that is in it; links are left alone. */
export const openToAll = async (directory: string): Promise<void> => {
  await chmod(directory, 0o755)
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    const { mode } = await lstat(file)
    await chmod(file, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}

const DRAFT = /^\.copying-(\d+)-/

const removeAbandoned = async (parent: string) => {
  for (const name of await readdir(parent)) {
    const pid = DRAFT.exec(name)?.[1]
    if (pid === undefined || (await readIdentity(Number(pid))) !== undefined) continue
    await rm(path.join(parent, name), { recursive: true, force: true })
  }
}

const copyPath = (home: string, key: string): string => path.join(home, 'postgres', key)

/** The copy of an installation that `copyWhereReachable` made earlier; undefined when there is none. */
export const findCopy = async (home: string, key: string): Promise<string | undefined> => {
  const target = copyPath(home, key)
  return (await stat(target).catch(() => undefined)) === undefined ? undefined : target
}

/**
 * Copies an installation to `<home>/postgres/<key>`, readable by every account; a copy that is there already is
 * used as it is.
 *
 * `key` names version and origin, so that another version gets another copy. The copy appears whole or not at all; drafts of
 * killed copies are removed on the way.
 */
export const copyWhereReachable = async (
  directory: string,
  home: string,
  key: string,
): Promise<{ readonly path: string; readonly isNew: boolean }> => {
  const target = copyPath(home, key)
  if ((await findCopy(home, key)) !== undefined) return { path: target, isNew: false }
  const parent = path.dirname(target)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await removeAbandoned(parent)
  const draft = path.join(parent, `.copying-${process.pid}-${randomUUID()}`)
  try {
    await cp(directory, draft, { recursive: true, verbatimSymlinks: true })
    await openToAll(draft)
    await readTool('sync', ['-f', draft], 60_000)
    await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return { path: target, isNew: true }
}

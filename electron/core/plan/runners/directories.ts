import { mkdir, readdir, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readControlFile, readPgVersion } from '../../../postgres/programs/read-data-directory.ts'
import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import { removeTree } from '../../../system/storage/remove-tree.ts'
import { syncDirectory } from '../../../system/storage/sync-directory.ts'
import { renameWhenFree } from '../../../system/storage/while-held.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { CreateDirectoryStep, MoveDirectoryStep, RemoveDataDirectoryStep } from '../steps/directories.ts'

export const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** The topmost folder that making `path` will make; null when it is there. */
export async function topmostMissing(path: string): Promise<string | null> {
  if (await exists(path)) return null
  const parent = dirname(path)
  return parent === path ? path : ((await topmostMissing(parent)) ?? path)
}

/** Takes away folders from `path` up to `topmost`, as long as they are empty. */
export async function removeEmptyUpTo(path: string, topmost: string): Promise<void> {
  for (let folder = path; folder.length >= topmost.length; folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    )
    if (!removed) return
  }
}

export const createDirectoryRunner: StepRunner<CreateDirectoryStep> = {
  before: async ({ path }) => ({ made: await topmostMissing(path) }),
  async run({ path }) {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  async undo({ path }, _, { made }) {
    if (typeof made !== 'string') return
    await removeTree(path)
    await removeEmptyUpTo(dirname(path), made)
  },
}

export const moveDirectoryRunner: StepRunner<MoveDirectoryStep> = {
  async run({ from, to }, { inside }) {
    if (await isServerAlive(from)) throw new PgTandemError('data-directory-in-use', { path: from })
    await move(from, to)
    await inside()
  },
  async undo({ from, to }) {
    await move(to, from)
  },
}

/** Already moved counts as moved. */
async function move(from: string, to: string): Promise<void> {
  if (!(await exists(from))) return
  if (await exists(to)) throw new PgTandemError('leftover-in-the-way', { path: to })
  await renameWhenFree(from, to)
  await syncDirectory(dirname(to))
}

/** What is to be deleted gets this name first: a deletion that was interrupted must not look like a data directory. */
const doomed = (path: string): string => `${path}.deleting`

export const removeDataDirectoryRunner: StepRunner<RemoveDataDirectoryStep> = {
  async run(step, { inside }) {
    if (await exists(step.path)) {
      await checkIdentity(step)
      await renameWhenFree(step.path, doomed(step.path))
    }
    await inside()
    await removeTree(doomed(step.path))
    for (const folder of step.belongings) await removeTree(folder)
    for (const tablespace of step.tablespaces) await removeVersionFolders(tablespace)
  },
  hasHappened: async ({ path }) => !(await exists(path)),
}

/** Safety rule 1: what is deleted is a data directory, of that very cluster, and nobody runs on it. */
async function checkIdentity({ path, systemIdentifier }: RemoveDataDirectoryStep): Promise<void> {
  await readPgVersion(path)
  if (await isServerAlive(path)) throw new PgTandemError('data-directory-in-use', { path })
  if (systemIdentifier === null) return
  const found = (await readControlFile(path)).systemIdentifier
  if (found !== systemIdentifier) {
    throw new PgTandemError('not-that-cluster', { path, found, expected: systemIdentifier })
  }
}

/** A tablespace's folder is its user's; a server writes only below `PG_<version>_<catalogue>`. */
async function removeVersionFolders(tablespace: string): Promise<void> {
  const names = await readdir(tablespace).catch(() => [])
  for (const name of names) if (/^PG_[\d.]+_\d+$/.test(name)) await removeTree(join(tablespace, name))
}

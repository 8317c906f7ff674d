import { mkdir, rmdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { isServerAlive } from '../../../postgres/programs/read-pid-file.ts'
import { removeTree } from '../../../system/storage/remove-tree.ts'
import { syncDirectory } from '../../../system/storage/sync-directory.ts'
import { renameWhenFree } from '../../../system/storage/while-held.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { CreateDirectoryStep, MoveDirectoryStep } from '../steps/directories.ts'

export const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** A server may run there that no step started: its files are neither deleted nor renamed under it. */
export async function refuseInUse(path: string): Promise<void> {
  if (await isServerAlive(path)) throw new PgTandemError('data-directory-in-use', { path })
}

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
  async undo({ path, undo }, _, { made }) {
    if (undo === 'nothing' || typeof made !== 'string') return
    await removeTree(path)
    await removeEmptyUpTo(dirname(path), made)
  },
}

export const moveDirectoryRunner: StepRunner<MoveDirectoryStep> = {
  async run({ from, to }, { inside }) {
    await refuseInUse(from)
    await move(from, to)
    await inside()
  },
  async undo({ from, to }) {
    await refuseInUse(to)
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

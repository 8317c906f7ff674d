import type { StepBase, Unnumbered } from './step-base.ts'

/** Makes a directory (0700), or takes one that is there already; taken away again only where it was made here and is not to stay. */
export interface CreateDirectoryStep extends StepBase<'create-directory'> {
  readonly path: string
}

/** Renames a data directory out of the way, so that the one that replaces it can take its name. */
export interface MoveDirectoryStep extends StepBase<'move-directory'> {
  readonly from: string
  readonly to: string
}

/** Deletes a data directory, after it was seen to be this cluster's: safety rule 1. */
export interface RemoveDataDirectoryStep extends StepBase<'remove-data-directory'> {
  readonly path: string
  /** What its control file must say, else nothing is deleted; null: it was unreadable then, so only PG_VERSION is checked. */
  readonly systemIdentifier: string | null
  /** Folders that this program made for it (`instances/<name>`); they go with it, unless another instance's data is in them. */
  readonly belongings: readonly string[]
  /** Tablespaces outside that are no other server's; only what this server's version wrote in them is deleted. */
  readonly tablespaces: readonly string[]
}

export const createDirectory = (instance: string | null, path: string): Unnumbered<CreateDirectoryStep> => ({
  kind: 'create-directory',
  instance,
  path,
  title: { key: 'steps.create-directory', params: { path } },
  undo: 'inverse',
})

/** One that stays whatever becomes of the plan: a log's, which says why its server did not start. */
export const ensureDirectory = (instance: string | null, path: string): Unnumbered<CreateDirectoryStep> => ({
  ...createDirectory(instance, path),
  undo: 'nothing',
})

export const moveDirectory = (instance: string, from: string, to: string): Unnumbered<MoveDirectoryStep> => ({
  kind: 'move-directory',
  instance,
  from,
  to,
  title: { key: 'steps.move-directory', params: { from, to } },
  undo: 'inverse',
})

export const removeDataDirectory = (
  instance: string,
  path: string,
  about: Pick<RemoveDataDirectoryStep, 'systemIdentifier' | 'belongings' | 'tablespaces'>,
): Unnumbered<RemoveDataDirectoryStep> => ({
  kind: 'remove-data-directory',
  instance,
  path,
  ...about,
  title: { key: 'steps.remove-data-directory', params: { path } },
  undo: 'point-of-no-return',
})

import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import { initialHba } from '../../../postgres/facts/hba/initial-hba.ts'
import type { Step } from '../steps/step.ts'
import { copiedFiles } from './by-hand/copy-configuration.ts'

/** A file's text as it is now; null where there is none or it cannot be read. */
export type FileTexts = (path: string) => string | null

/** What a step does to files, and what has to be known for that. */
export interface Effects {
  readonly edit: { readonly file: string; readonly after: string } | null
  readonly targets: Readonly<Record<string, InstanceTarget>>
  /** The folder of an installation's sample files; null where it is not known. */
  readonly shareDirOf: (binDir: string) => string | null
}

/** The texts as they will be after a step: its own edit, and files that it copies or gives another path. */
export function filesAfter(step: Step, files: FileTexts, { edit, targets, shareDirOf }: Effects): FileTexts {
  if (edit !== null) return (path) => (path === edit.file ? edit.after : files(path))
  if (step.kind === 'initdb') {
    const target = step.instance === null ? undefined : targets[step.instance]
    const shareDir = target === undefined ? null : shareDirOf(target.binDir)
    return target === undefined || shareDir === null
      ? files
      : madeFromSamples(files, target, { shareDir, auth: step.auth })
  }
  if (step.kind === 'base-backup') {
    const source = targets[step.source]
    return source === undefined ? files : standingIn(files, step.partialDir, source.dataDir)
  }
  if (step.kind === 'complete-copy') return standingIn(files, step.dataDir, step.partialDir)
  if (step.kind === 'move-directory') return movedAway(files, step.from, step.to)
  if (step.kind === 'remove-data-directory') {
    return (path) => (below(path, step.path) === null ? files(path) : null)
  }
  if (step.kind === 'copy-configuration') {
    const copies = new Map(copiedFiles(step).map(({ from, to }) => [to, from]))
    return (path) => files(copies.get(path) ?? path)
  }
  return files
}

/** The two files as initdb makes them from its samples, but for the values that it finds out by trying. */
function madeFromSamples(
  files: FileTexts,
  { configFile, hbaFile }: InstanceTarget,
  { shareDir, auth }: { readonly shareDir: string; readonly auth: string },
): FileTexts {
  return (path) => {
    if (path === configFile) return files(`${shareDir}/postgresql.conf.sample`)
    if (path !== hbaFile) return files(path)
    const sample = files(`${shareDir}/pg_hba.conf.sample`)
    return sample && initialHba(sample, auth)
  }
}

/** What is asked for below `folder` is read below `source`. */
function standingIn(files: FileTexts, folder: string, source: string): FileTexts {
  return (path) => {
    const rest = below(path, folder)
    return files(rest === null ? path : source + rest)
  }
}

function movedAway(files: FileTexts, from: string, to: string): FileTexts {
  const moved = standingIn(files, to, from)
  return (path) => (below(path, from) === null ? moved(path) : null)
}

/** The path's part below a folder, with its separator; null where it lies elsewhere. */
function below(path: string, folder: string): string | null {
  return path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length))
    ? path.slice(folder.length)
    : null
}

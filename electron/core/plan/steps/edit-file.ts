import type { LineEdit } from '../../../postgres/facts/line-edits.ts'
import type { StepBase, Unnumbered } from './step-base.ts'

/** The configuration files that are edited as text. */
export const editableFiles = ['postgresql.conf', 'pg_hba.conf', 'recovery.conf'] as const
export type EditableFile = (typeof editableFiles)[number]

/** A person's edit of a configuration file: the lines that differ, and what the whole texts hash to. */
export interface FileEdit {
  readonly edits: readonly LineEdit[]
  /** Of the text that the edits were made from, and of what they make of it. */
  readonly from: string
  readonly to: string
}

/** Edits a file that is as it was when the edit was made; undone only while it is as the edit left it. */
export interface EditFileStep extends StepBase<'edit-file'> {
  readonly file: string
  readonly edit: FileEdit
  /** The plan reloads the server: so does the undo. */
  readonly reloads: boolean
}

/** Has PostgreSQL itself judge a configuration file; any complaint fails the step. */
export interface CheckFileStep extends StepBase<'check-file'> {
  readonly what: Exclude<EditableFile, 'recovery.conf'>
  readonly file: string
  /** `server`: the running one tells (pg_file_settings, pg_hba_file_rules); `program`: postgres -C, of one that does not run. */
  readonly by: 'server' | 'program'
}

export const editFile = (
  instance: string,
  change: Pick<EditFileStep, 'file' | 'edit' | 'reloads'>,
): Unnumbered<EditFileStep> => ({
  kind: 'edit-file',
  instance,
  ...change,
  title: { key: 'steps.edit-file', params: { file: change.file } },
  undo: 'inverse',
})

export const checkFile = (
  instance: string,
  check: Pick<CheckFileStep, 'what' | 'file' | 'by'>,
): Unnumbered<CheckFileStep> => ({
  kind: 'check-file',
  instance,
  ...check,
  title: {
    key: check.by === 'server' ? 'steps.check-file-by-server' : 'steps.check-file-by-program',
    params: { instance, file: check.file },
  },
  undo: 'nothing',
})

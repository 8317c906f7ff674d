import { applySettings } from '../../../postgres/facts/conf/undo.ts'
import { unifiedDiff } from '../../../postgres/facts/diff.ts'
import { addHbaRule } from '../../../postgres/facts/hba/add-rule.ts'
import { applyLineEdits, textHash } from '../../../postgres/facts/line-edits.ts'
import type { Step } from '../steps/step.ts'
import { type Effects, type FileTexts, filesAfter } from './file-texts.ts'

export type { FileTexts } from './file-texts.ts'

/** One file that a step changes: a unified diff with passwords hidden. */
export interface FileChange {
  readonly file: string
  readonly diff: string
}

/** What one step changes in files as they are now; a file that does not exist yet is compared with an empty one. */
export function changesOf(step: Step, files: FileTexts): FileChange[] {
  const edit = editOf(step, files)
  if (edit === null) return []
  const diff = unifiedDiff(edit.file, files(edit.file) ?? '', edit.after)
  return diff === '' ? [] : [{ file: edit.file, diff }]
}

/**
 * What each step changes, in the order of the steps; each diff starts from what the steps before it have left.
 *
 * With the plan's targets, files of a copy are known from those of its source before the copy is made, and those of a new
 * data directory from the samples of its installation.
 */
export function previewChanges(
  steps: readonly Step[],
  files: FileTexts,
  { targets = {}, shareDirOf = () => null }: Partial<Pick<Effects, 'targets' | 'shareDirOf'>> = {},
): FileChange[][] {
  let current = files
  return steps.map((step) => {
    const changes = changesOf(step, current)
    const edit = editOf(step, current)
    current = filesAfter(step, current, { edit, targets, shareDirOf })
    return changes
  })
}

/** The file a step edits and its text afterwards; null for steps that edit none, such as ALTER SYSTEM. */
function editOf(step: Step, files: FileTexts): { readonly file: string; readonly after: string } | null {
  if (step.kind === 'configure' && step.via === 'file') {
    return { file: step.file, after: applySettings(files(step.file) ?? '', step.settings).text }
  }
  if (step.kind === 'add-hba-rules') {
    const after = step.rules.reduce(
      (text, rule) => {
        const added = addHbaRule(text, rule)
        return added.kind === 'invalid' ? text : added.text
      },
      files(step.file) ?? '',
    )
    return { file: step.file, after }
  }
  if (step.kind === 'standby-file' && step.recoveryConf !== null) {
    const { sample, settings } = step.recoveryConf
    return { file: step.file, after: applySettings(files(sample) ?? '', settings).text }
  }
  if (step.kind === 'edit-file') {
    const before = files(step.file) ?? ''
    // Of a file that is another one by now there is nothing to show: the step refuses it.
    return textHash(before) === step.edit.from
      ? { file: step.file, after: applyLineEdits(before, step.edit.edits) }
      : null
  }
  if (step.kind === 'write-file') return { file: step.path, after: step.content }
  return null
}

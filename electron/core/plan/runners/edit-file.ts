import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import {
  applyLineEdits,
  type LineEdit,
  reverseLineEdits,
  textHash,
} from '../../../postgres/facts/line-edits.ts'
import { readEffectiveSetting } from '../../../postgres/programs/read-effective-setting.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { CheckFileStep, EditFileStep } from '../steps/edit-file.ts'
import { applyAgain } from './apply-again.ts'
import { journalled, readConfig, rewrite, takeBack, undoOf } from './config-text.ts'
import { exists } from './directories.ts'
import { judgeHba, judgeSettings } from './judge-file.ts'

export const editFileRunner: StepRunner<EditFileStep> = {
  async before({ file, edit }, context) {
    const { text } = await readConfig(file)
    refuseOther(file, text, edit.from)
    return journalled(reverseLineEdits(text, edit.edits), context)
  },
  async run({ file, edit }, context) {
    await rewrite(file, (text) => {
      if (textHash(text) === edit.to) return text
      refuseOther(file, text, edit.from)
      return applyLineEdits(text, edit.edits)
    })
    await context.inside()
  },
  async undo({ file, edit, instance, reloads }, context, before) {
    if (!(await exists(file))) return
    const back = await undoOf<LineEdit>(before, context)
    await takeBack(file, (text) => (textHash(text) === edit.to ? applyLineEdits(text, back) : text))
    if (reloads) await applyAgain(instance ?? '', [], context, before)
  },
}

function refuseOther(file: string, text: string, expected: string): void {
  if (textHash(text) !== expected) throw new PgTandemError('file-changed-meanwhile', { path: file })
}

export const checkFileRunner: StepRunner<CheckFileStep> = {
  async run({ what, file, by, instance }, context) {
    const target = context.target(instance ?? '')
    if (by === 'program') {
      await readEffectiveSetting(target, 'data_directory')
      return
    }
    const session = await context.session(target.name)
    await (what === 'pg_hba.conf' ? judgeHba(session, file) : judgeSettings(session, file))
  },
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { previewChanges } from '../../../../../electron/core/plan/preview/changes.ts'
import { commandsOf } from '../../../../../electron/core/plan/preview/commands.ts'
import { checkFile, editFile } from '../../../../../electron/core/plan/steps/edit-file.ts'
import { numberSteps, type Step } from '../../../../../electron/core/plan/steps/step.ts'
import { lineEdits, textHash } from '../../../../../electron/postgres/facts/line-edits.ts'
import { runProgram } from '../../../../../electron/system/process/run-program.ts'
import { linuxTarget } from './plans.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "pgtandem's edit-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const stepsFor = (file: string, before: string, after: string): Step[] =>
  numberSteps([
    editFile('alpha', {
      file,
      edit: { edits: lineEdits(before, after), from: textHash(before), to: textHash(after) },
      reloads: false,
    }),
    checkFile('alpha', { what: 'postgresql.conf', file, by: 'program' }),
    checkFile('alpha', { what: 'pg_hba.conf', file, by: 'server' }),
  ])

const targets = { alpha: linuxTarget('alpha') }

describe('an edit by hand', () => {
  it.skipIf(process.platform === 'win32').each([
    ['a\nb\nc\nd\n', `a\nB $x 'y' "z"\nB2\nd\ne\n`],
    ['a\nb\n', 'EOF\na\nb\n'],
    ['a\nb\nc\n', 'c\n'],
  ])('gives the same file in sh', async (before, after) => {
    const file = path.join(folder, 'postgresql.conf')
    await writeFile(file, before)
    const [step] = stepsFor(file, before, after)
    if (step === undefined) throw new Error('no step')
    await runProgram('sh', ['-c', commandsOf(step, { targets }).sh ?? 'exit 1'])
    expect(await readFile(file, 'utf8')).toBe(after)
  })

  it('is for an editor on Windows; PostgreSQL is asked in both shells', () => {
    const [edited, byProgram, byServer] = stepsFor('/srv/alpha/postgresql.conf', 'a\n', 'b\n').map((step) =>
      commandsOf(step, { targets }),
    )
    expect(edited).toMatchObject({ cmd: null, reason: { key: 'steps.reasons.editor' } })
    expect(byProgram?.sh).toBe('/usr/lib/postgresql/15/bin/postgres -C data_directory -D /srv/alpha')
    expect(byServer?.cmd).toContain('pg_hba_file_rules')
  })

  it('is a diff against the file as it is, and none against another', () => {
    const steps = stepsFor('/f', 'a\nb\n', 'a\nc\n').slice(0, 1)
    const [changes] = previewChanges(steps, () => 'a\nb\n')
    expect(changes?.[0]?.diff).toContain('-b\n+c')
    expect(previewChanges(steps, () => 'other\n')).toEqual([[]])
  })
})

import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Major } from '../../../../shared/model/instance-target.ts'
import { decodeConf } from '../../../postgres/facts/conf/encoding.ts'
import { parseConf } from '../../../postgres/facts/conf/conf-file.ts'
import { applySettings, type SettingUndo, undoSettings } from '../../../postgres/facts/conf/undo.ts'
import { addHbaRule, type HbaRuleText, type HbaUndo, undoHba } from '../../../postgres/facts/hba/add-rule.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type {
  AddHbaRulesStep,
  ConfigureStep,
  CopyConfigurationStep,
  StandbyFileStep,
} from '../steps/configuration.ts'
import { alterSystem, alterSystemBack, beforeAlterSystem } from './alter-system.ts'
import { checkHbaFile, checkSettings } from './check-configuration.ts'
import { applyAgain } from './apply-again.ts'
import { journalled, readConfig, rewrite, takeBack, undoOf } from './config-text.ts'
import { exists } from './directories.ts'

function withRule(text: string, rule: HbaRuleText, major: Major) {
  const added = addHbaRule(text, rule, major)
  if (added.kind === 'invalid') throw new PgTandemError('hba-rule-invalid', { problem: added.problem })
  return added
}

export const configureRunner: StepRunner<ConfigureStep> = {
  async before(step, context) {
    if (step.via === 'alter-system') return beforeAlterSystem(step, context)
    const { text } = await readConfig(step.file)
    return journalled(applySettings(text, step.settings).undo, context)
  },
  async run(step, context) {
    if (step.via === 'alter-system') return alterSystem(step, context)
    await rewrite(step.file, (text) => applySettings(text, step.settings).text, step.inCopy)
    await context.inside()
    if (step.live || step.validate) await checkSettings(step, context)
  },
  async undo(step, context, before) {
    if (step.via === 'alter-system') {
      await alterSystemBack(step, context, before)
    } else {
      // Deleted with its copy.
      if (step.inCopy || !(await exists(step.file))) return
      const undo = await undoOf<SettingUndo>(before, context)
      await takeBack(step.file, (text) => undoSettings(text, undo).text)
    }
    if (step.live) await applyAgain(step.instance ?? '', Object.keys(step.settings), context, before)
  },
}

export const addHbaRulesRunner: StepRunner<AddHbaRulesStep> = {
  async before({ file, rules, instance }, context) {
    const { major } = context.target(instance ?? '')
    let { text } = await readConfig(file)
    const undo: HbaUndo[] = []
    for (const rule of rules) {
      const added = withRule(text, rule, major)
      if (added.undo) undo.push(added.undo)
      text = added.text
    }
    return { undo }
  },
  async run(step, context) {
    const { major } = context.target(step.instance ?? '')
    await rewrite(step.file, (text) =>
      step.rules.reduce((now, rule) => withRule(now, rule, major).text, text),
    )
    await context.inside()
    if (step.live) await checkHbaFile(step, context)
  },
  async undo(step, context, before) {
    const undo = before['undo'] as readonly HbaUndo[]
    if (!(await exists(step.file))) return
    await takeBack(step.file, (text) => undo.toReversed().reduce((now, one) => undoHba(now, one), text))
    if (step.live) await applyAgain(step.instance ?? '', [], context, before)
  },
}

/** Part of an unfinished copy, which is synced as a whole when it is completed. */
export const standbyFileRunner: StepRunner<StandbyFileStep> = {
  before: async ({ file }) => ({ existed: await exists(file) }),
  async run({ file, recoveryConf }) {
    const sample = recoveryConf ? decodeConf(await readFile(recoveryConf.sample)).text : ''
    const text = recoveryConf ? applySettings(sample, recoveryConf.settings).text : ''
    await writeFile(file, text, { mode: 0o600 })
  },
  async undo({ file }, _, { existed }) {
    if (existed !== true) await rm(file, { force: true })
  },
}

/** Folders beside a postgresql.conf that it includes: the server does not start without them, though they be empty. */
async function listIncludedFolders(configFile: string): Promise<string[]> {
  const { lines } = parseConf((await readConfig(configFile)).text)
  return lines.flatMap((line) =>
    line.kind === 'include' && line.directive === 'include_dir' && isInside(line.path) ? [line.path] : [],
  )
}

const isInside = (path: string): boolean => !path.startsWith('..') && !isAbsolute(path)

/** Undone with the copy that it writes into. */
export const copyConfigurationRunner: StepRunner<CopyConfigurationStep> = {
  async run({ configFile, hbaFile, identFile, included, dir }, context) {
    const folder = dirname(configFile)
    const beside = included.filter((file) => isInside(relative(folder, file)))
    const copies: (readonly [from: string, to: string])[] = [
      [configFile, join(dir, 'postgresql.conf')],
      [hbaFile, join(dir, 'pg_hba.conf')],
      [identFile, join(dir, 'pg_ident.conf')],
      ...beside.map((file) => [file, join(dir, relative(folder, file))] as const),
    ]
    for (const [from, to] of copies) {
      if (!(await exists(from))) continue
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await copyFile(from, to)
      await chmod(to, 0o600)
      await context.inside()
    }
    for (const included of await listIncludedFolders(configFile))
      await mkdir(join(dir, included), { recursive: true, mode: 0o700 })
  },
}

import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../steps/step.ts'
import type { ByHand } from './by-hand/by-hand.ts'
import { byHand, type ToolsOf } from './commands.ts'
import { echoCmd, escapeCmdText, quoteSh } from './quoting.ts'
import { ansiCodePage, oneLine, refuseRootInSh, sentenceForCmd, sentenceForSh } from './script-text.ts'

/**
 * The whole plan as a script that does by hand what can be done by hand, and stops at the first step that fails.
 *
 * What cannot be done by hand is a comment with the reason; points of no return are marked. `cmd` has CR LF line ends and
 * is to be written in the ANSI code page, `sh` is POSIX and UTF-8.
 */
export function scriptOf(plan: Plan, shell: 'cmd' | 'sh', t: Translator, toolsOf: ToolsOf): string {
  const steps = plan.steps.map((step, index) => ({
    step,
    hand: byHand(step, { plan, toolsOf }),
    title: `${String(index + 1)}/${String(plan.steps.length)} ${oneLine(t.text(step.title))}`,
  }))
  const notes = [
    t.t('steps.script.header', { operation: plan.operation }),
    t.t('steps.script.account'),
    ...plan.confirmations.map(({ text }) => t.text(text)),
    ...plan.notices.map((notice) => t.text(notice)),
  ].map((note) => oneLine(note))
  return shell === 'sh' ? inSh(notes, steps, t) : inCmd(notes, steps, t)
}

interface TitledStep {
  readonly step: Step
  readonly hand: ByHand
  readonly title: string
}

function inSh(notes: readonly string[], steps: readonly TitledStep[], t: Translator): string {
  const failed = sentenceForSh(t, { key: 'steps.script.failed', param: 'step', variable: 'step' })
  return [
    '#!/bin/sh',
    ...notes.map((note) => `# ${note}`),
    'set -eu',
    ...refuseRootInSh(t),
    'PAGER=cat PSQL_PAGER=cat',
    'export PAGER PSQL_PAGER',
    "step=''",
    'said() {',
    '  code=$?',
    `  [ "$code" -eq 0 ] || printf '%s\\n' ${failed} >&2`,
    '}',
    'trap said EXIT',
    ...steps.flatMap((titled) => ['', ...stepInSh(titled, t)]),
    '',
    `printf '%s\\n' ${quoteSh(oneLine(t.t('steps.script.done')))}`,
    '',
  ].join('\n')
}

function stepInSh({ step, hand, title }: TitledStep, t: Translator): string[] {
  const commands = hand.script?.sh ?? hand.sh
  const comments = [`# ${title}`, ...marks(step, commands, hand, t).map((mark) => `# ${mark}`)]
  if (commands === null) return comments
  return [...comments, `step=${quoteSh(title)}`, `printf '%s\\n' "$step"`, commands]
}

function inCmd(notes: readonly string[], steps: readonly TitledStep[], t: Translator): string {
  const failed = sentenceForCmd(t, { key: 'steps.script.failed', param: 'step', variable: 'step' })
  const body = [
    ...notes.map((note) => rem(note)),
    ...steps.flatMap((titled) => ['', ...stepInCmd(titled, t)]),
    '',
    echoCmd(oneLine(t.t('steps.script.done'))),
    'exit /b 0',
    '',
    ':failed',
    `>&2 echo ${failed}`,
    'exit /b 1',
    '',
  ]
  const head = [
    '@echo off',
    'setlocal EnableExtensions DisableDelayedExpansion',
    'set "PAGER= "',
    'set "PSQL_PAGER= "',
    ...ansiCodePage(body.join('\n')),
  ]
  return [...head, ...body].join('\n').replace(/\r?\n/g, '\r\n')
}

function stepInCmd({ step, hand, title }: TitledStep, t: Translator): string[] {
  const commands = hand.script?.cmd ?? hand.cmd
  const comments = [rem(title), ...marks(step, commands, hand, t).map((mark) => rem(mark))]
  if (commands === null) return comments
  const checked = hand.script === undefined ? checkedLines(commands) : commands.split('\n')
  return [...comments, `set "step=${step.id}"`, echoCmd(title), ...checked]
}

/** Each line is followed by a check, runs of echo into a file by one at their end. */
function checkedLines(commands: string): string[] {
  const lines = commands.split('\n')
  return lines.flatMap((line, index) => {
    const inRun = line.startsWith('>') && (lines[index + 1] ?? '').startsWith('>')
    return inRun || line.startsWith('set ') ? [line] : [line, 'if errorlevel 1 goto :failed']
  })
}

function marks(step: Step, commands: string | null, hand: ByHand, t: Translator): string[] {
  const noReturn = step.undo === 'point-of-no-return' ? [t.t('steps.script.point-of-no-return')] : []
  if (commands !== null) return noReturn.map((mark) => oneLine(mark))
  const reason = hand.reason === undefined ? '' : t.text(hand.reason)
  return [...noReturn, t.t('steps.script.not-by-hand', { reason })].map((mark) => oneLine(mark))
}

/** A comment of a batch file: cmd looks for variables and a question mark switch in it, too. */
function rem(text: string): string {
  return `rem ${escapeCmdText(text).replaceAll('/?', '/ ?')}`
}

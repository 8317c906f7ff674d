import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import { madeByUs } from '../steps/configuration.ts'
import { configDirOf, programLine, serverProgram } from './by-hand/programs.ts'
import { parentOf } from './paths.ts'
import { cmdPath, echoCmd, quoteCmdPath, quoteSh } from './quoting.ts'
import { ansiCodePage, oneLine, refuseRootInSh, sentenceForCmd, sentenceForSh } from './script-text.ts'

/** One script as `write-file` takes it. */
export interface ScriptFile {
  readonly fileName: string
  readonly content: string
  readonly encoding: 'ansi' | 'utf8'
  readonly executable: boolean
}

type Action = 'start' | 'stop'

/**
 * Scripts that start and stop each instance from any folder (the appendix of guide 003), and all of them where there are several.
 *
 * `targets` come upstream first: `start-all` follows that order, `stop-all` the opposite one. Each says what it does and
 * ends with pg_ctl's exit code; what is so already is no failure.
 */
export function startStopScripts(
  targets: readonly InstanceTarget[],
  shell: 'cmd' | 'sh',
  t: Translator,
): ScriptFile[] {
  const file = (name: string, lines: readonly string[]): ScriptFile =>
    shell === 'sh'
      ? { fileName: `${name}.sh`, content: inSh(lines, t), encoding: 'utf8', executable: true }
      : { fileName: `${name}.cmd`, content: inCmd(lines), encoding: 'ansi', executable: false }
  const single = targets.flatMap((target) =>
    (['start', 'stop'] as const).map((action) =>
      file(`${action}-${target.name}`, (shell === 'sh' ? actionInSh : actionInCmd)(action, target, t)),
    ),
  )
  if (targets.length < 2) return single
  const names = targets.map(({ name }) => name)
  const all = shell === 'sh' ? allInSh : allInCmd
  return [
    ...single,
    file('start-all', all('start', names)),
    file('stop-all', all('stop', names.toReversed())),
  ]
}

function inSh(lines: readonly string[], t: Translator): string {
  return ['#!/bin/sh', `# ${madeByUs}`, ...refuseRootInSh(t), ...lines, ''].join('\n')
}

function inCmd(lines: readonly string[]): string {
  const head = ['@echo off', `rem ${madeByUs}`, 'setlocal EnableExtensions DisableDelayedExpansion']
  return [...head, ...ansiCodePage(lines.join('\n')), ...lines, ''].join('\r\n')
}

const pgCtlArgs = (action: Action, target: InstanceTarget): string[] =>
  action === 'start'
    ? ['start', '-w', '-t', '300', '-D', configDirOf(target), '-l', target.logFile]
    : ['stop', '-w', '-t', '120', '-D', target.dataDir, '-m', 'fast']

/** What `pg_ctl status` says where there is nothing to do: 0 it runs, 3 it does not. */
const idleStatus = { start: '0', stop: '3' } as const

function sentences(
  action: Action,
  target: InstanceTarget,
  t: Translator,
): Record<'doing' | 'already' | 'done', string> {
  const params = { name: target.name, port: target.port, log: target.logFile }
  const say = (key: 'starting' | 'running' | 'started' | 'stopping' | 'not-running' | 'stopped'): string =>
    oneLine(t.t(`steps.script.${key}`, params))
  return action === 'start'
    ? { doing: say('starting'), already: say('running'), done: say('started') }
    : { doing: say('stopping'), already: say('not-running'), done: say('stopped') }
}

function failure(target: InstanceTarget): {
  key: 'steps.script.pg-ctl-failed'
  param: 'code'
  variable: 'code'
  params: Record<string, string>
} {
  return {
    key: 'steps.script.pg-ctl-failed',
    param: 'code',
    variable: 'code',
    params: { name: target.name, log: target.logFile },
  }
}

/** pg_ctl -l makes the log, but not its folder. */
const makeFolderInCmd = (folder: string): string =>
  `if not exist ${quoteCmdPath(folder)} mkdir ${quoteCmdPath(folder)}`

const echoSh = (text: string): string => `printf '%s\\n' ${quoteSh(text)}`

function actionInSh(action: Action, target: InstanceTarget, t: Translator): string[] {
  const pgCtl = serverProgram(target, 'pg_ctl')
  const say = sentences(action, target, t)
  return [
    'code=0',
    `${programLine(pgCtl, ['status', '-D', target.dataDir]).sh} >/dev/null 2>&1 || code=$?`,
    `if [ "$code" -eq ${idleStatus[action]} ]; then`,
    `  ${echoSh(say.already)}`,
    '  exit 0',
    'fi',
    echoSh(say.doing),
    ...(action === 'start' ? [`mkdir -p ${quoteSh(parentOf(target.logFile))} || exit 1`] : []),
    'code=0',
    `${programLine(pgCtl, pgCtlArgs(action, target)).sh} </dev/null || code=$?`,
    'if [ "$code" -eq 0 ]; then',
    `  ${echoSh(say.done)}`,
    'else',
    `  printf '%s\\n' ${sentenceForSh(t, failure(target))} >&2`,
    'fi',
    'exit "$code"',
  ]
}

/**
 * A server started in this console would get its Ctrl+C and end with its window, so pg_ctl gets a minimised one of its own,
 * in which the server stays. And it gets a folder that nobody will want to move or delete while the server runs.
 */
function actionInCmd(action: Action, target: InstanceTarget, t: Translator): string[] {
  const pgCtl = `${serverProgram(target, 'pg_ctl')}.exe`
  const say = sentences(action, target, t)
  const line = programLine(pgCtl, pgCtlArgs(action, target)).cmd
  return [
    `set ${quoteCmdPath(`PATH=${cmdPath(target.binDir)}`).slice(0, -1)};%PATH%"`,
    `${programLine(pgCtl, ['status', '-D', target.dataDir]).cmd} >nul 2>&1`,
    `if %errorlevel%==${idleStatus[action]} goto :already`,
    echoCmd(say.doing),
    ...(action === 'start' ? [makeFolderInCmd(parentOf(target.logFile))] : []),
    action === 'start' ? `start "PostgreSQL ${target.name}" /d "%SystemRoot%" /min /wait ${line}` : line,
    'set "code=%errorlevel%"',
    `if not %code%==0 goto :failed`,
    echoCmd(say.done),
    'exit /b 0',
    ':already',
    echoCmd(say.already),
    'exit /b 0',
    ':failed',
    `>&2 echo ${sentenceForCmd(t, failure(target))}`,
    'exit /b %code%',
  ]
}

/** All are tried; the last failure's code is handed on. */
function allInSh(action: Action, names: readonly string[]): string[] {
  const here = 'here=$(cd "$(dirname "$0")" && pwd) || exit 1'
  return [here, 'code=0', ...names.map((name) => `"$here"/${action}-${name}.sh || code=$?`), 'exit "$code"']
}

function allInCmd(action: Action, names: readonly string[]): string[] {
  const calls = names.flatMap((name) => [
    `call "%~dp0${action}-${name}.cmd"`,
    'if errorlevel 1 set "code=%errorlevel%"',
  ])
  return ['set "code=0"', ...calls, 'exit /b %code%']
}

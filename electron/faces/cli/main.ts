import { CommanderError } from 'commander'
import { createTranslator, type Translator } from '../../../shared/i18n/translate.ts'
import type { Core } from '../../core/core.ts'
import { listenForCancel } from './cancel.ts'
import { commands } from './commands/commands.ts'
import type { CommandContext } from './context.ts'
import { chooseLanguage, wantsJson } from './input/global-options.ts'
import { createPrompts } from './input/prompts.ts'
import { openCore } from './open-core.ts'
import { type ExitCode, exitCodeFor, exitCodes } from './output/exit-code.ts'
import { describeFailure, failureDocument } from './output/failure.ts'
import { createOutput, type Output } from './output/output.ts'
import { printFailure } from './output/print-failure.ts'
import { buildProgram, type Invocation } from './program.ts'
import { isAnswered, toUsageError } from './usage/usage-error.ts'

async function main(args: readonly string[]): Promise<ExitCode> {
  const locale = process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined
  const t = createTranslator(chooseLanguage(args, process.env, locale))
  const out = createOutput(wantsJson(args), process.stdout, process.stderr)
  try {
    const invocation = understand(args, t)
    return invocation === null ? exitCodes.done : await carryOut(invocation, t)
  } catch (error) {
    return fail(error, out, t)
  }
}

const write = (text: string): void => void process.stdout.write(text)

/** Null: help was asked for and shown. */
function understand(args: readonly string[], t: Translator): Invocation | null {
  let called: Invocation | null = null
  const program = buildProgram(commands, t, { write }, (invocation) => {
    called = invocation
  })
  if (args.length === 0) {
    program.outputHelp()
    return null
  }
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (isAnswered(error)) return null
    throw toUsageError(
      error,
      args,
      commands.map(({ name }) => name),
    )
  }
  return called
}

async function carryOut({ spec, input, global }: Invocation, t: Translator): Promise<ExitCode> {
  const out = createOutput(global.json, process.stdout, process.stderr)
  const cancellation = listenForCancel(
    () => out.note(t.t('cli.cancel.second')),
    () => process.exit(exitCodes.cancelled),
    spec.passThrough === true,
  )
  let core: Promise<Core> | undefined
  const open = async (): Promise<Core> => {
    const opened = await openCore({ home: global.home, env: process.env, t, note: out.note })
    if (spec.name !== 'jobs' && spec.name !== 'names') await tellOfUnfinishedJobs(opened, out, t)
    return opened
  }
  const context: CommandContext = {
    t,
    global,
    out,
    prompts: createPrompts(process.stdin, process.stderr, cancellation.signal),
    env: process.env,
    cancel: cancellation.signal,
    core: () => (core ??= open()),
  }
  try {
    return await spec.run(input, context)
  } catch (error) {
    return cancellation.signal.aborted ? cancelled(out, t) : fail(error, out, t)
  } finally {
    await core?.then((opened) => opened.close()).catch(() => undefined)
    cancellation.close()
  }
}

/** A damaged journal is no reason to stop looking at servers: whatever needs the journals will say so. */
async function tellOfUnfinishedJobs(core: Core, out: Output, t: Translator): Promise<void> {
  const jobs = await core.listJobs('open').catch(() => [])
  for (const { id, operation, state, canResume, canUndo } of jobs) {
    if (state !== 'interrupted' && state !== 'failed') continue
    const ways = [canResume ? `pgtandem jobs resume ${id}` : '', canUndo ? `pgtandem jobs undo ${id}` : '']
    out.note(
      t.t('cli.unfinished-job', { job: id, operation, ways: ways.filter((way) => way !== '').join(' | ') }),
    )
  }
}

function fail(error: unknown, out: Output, t: Translator): ExitCode {
  const failure = describeFailure(error, t)
  if (!out.json) printFailure(failure, out, t)
  if (failure.code === 'unexpected' && error instanceof Error && error.stack !== undefined)
    out.note(error.stack)
  out.document({ error: failureDocument(failure) })
  return exitCodeFor(failure.code)
}

function cancelled(out: Output, t: Translator): ExitCode {
  out.document({
    error: {
      code: 'cancelled',
      message: t.t('errors.cancelled.message'),
      hint: t.t('errors.cancelled.hint'),
    },
  })
  return exitCodes.cancelled
}

// `pgtandem logs app | head` ends when head has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
})

process.exitCode = await main(process.argv.slice(2))

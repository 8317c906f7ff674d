import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { createTranslator, type Translator } from '../../../shared/i18n/translate.ts'
import type { Core } from '../../core/core.ts'
import { openCore } from '../../core/open-core.ts'
import { programVersion } from '../../core/program-version.ts'
import { consoleInput } from '../../system/platform/console-input.ts'
import { listenForCancel } from './cancel.ts'
import { commands } from './commands/commands.ts'
import { onlyReads } from './commands/only-reads.ts'
import type { CommandContext } from './context.ts'
import { chooseLanguage, wantsJson } from './input/global-options.ts'
import { createPrompts } from './input/prompts.ts'
import { describeAccountNews } from './output/account-news.ts'
import { type ExitCode, exitCodeFor, exitCodes } from './output/exit-code.ts'
import { describeFailure, failureDocument } from './output/failure.ts'
import { guardOutput, type OutputGuard } from './output/guard-output.ts'
import { describeDamagedJournal } from './output/jobs-table.ts'
import { createOutput, type Output } from './output/output.ts'
import { printFailure } from './output/print-failure.ts'
import { buildProgram, type Invocation } from './program.ts'
import { helpOf, withHelp } from './usage/help-of.ts'
import { isAnswered, toUsageError } from './usage/usage-error.ts'
import type { OtherFaces } from './web-face.ts'

const systemLocale = (): string | undefined =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined

/** What the process brings along for every command. */
interface Surroundings {
  readonly t: Translator
  readonly guard: OutputGuard
  readonly faces: OtherFaces
}

async function main(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { t } = surroundings
  const out = createOutput(wantsJson(args), process.stdout, process.stderr)
  try {
    const invocation = understand(args, out, t)
    return invocation === null ? exitCodes.done : await carryOut(invocation, surroundings)
  } catch (error) {
    const names = commands.map(({ name }) => name)
    return fail(withHelp(error, helpOf(args, names)), out, t)
  }
}

/** Null: help or the version was asked for and shown. */
function understand(args: readonly string[], out: Output, t: Translator): Invocation | null {
  let called: Invocation | null = null
  let shown = ''
  const write = (text: string): void => void (shown += text)
  const program = buildProgram(commands, t, { write }, (invocation) => {
    called = invocation
  })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (!isAnswered(error)) {
      const names = commands.map(({ name }) => name)
      throw toUsageError(error, args, names)
    }
    // No command at all: what commander says of that goes to stderr.
    if (shown === '') program.outputHelp()
    const text = shown.trimEnd()
    out.line(text)
    out.document(error.code === 'commander.version' ? { version: text } : { help: text })
    return null
  }
  return called
}

async function carryOut(
  { spec, input, global }: Invocation,
  { t, guard: { gone, noticeGone }, faces }: Surroundings,
): Promise<ExitCode> {
  const out = createOutput(global.json, process.stdout, process.stderr)
  const cancellation = listenForCancel(
    () => out.note(t.t('cli.cancel.second')),
    () => process.exit(exitCodes.cancelled),
    spec.passThrough === true,
  )
  // Only what would go on for ever ends with its reader; a job goes on to its end.
  const isEndless = spec.endless?.(input) === true
  const cancel = isEndless ? AbortSignal.any([cancellation.signal, gone]) : cancellation.signal
  let core: Promise<Core> | undefined
  const open = async (): Promise<Core> => {
    const opened = await openCore({
      home: global.home,
      env: process.env,
      programDir: path.dirname(fileURLToPath(import.meta.url)),
      programVersion,
      tell: (news) => {
        // Which account only looks is of no interest.
        if (news.kind !== 'root-given-up' || !onlyReads(spec.name, input))
          out.note(describeAccountNews(news, t))
      },
    })
    // Not before root is given up: who is no longer root could not end what root has started.
    if (isEndless) opened.watchReader(noticeGone)
    if (spec.name !== 'jobs' && spec.name !== 'names') await tellOfUnfinishedJobs(opened, out, t)
    return opened
  }
  const context: CommandContext = {
    t,
    global,
    out,
    prompts: createPrompts(consoleInput(), process.stderr, cancel),
    env: process.env,
    cancel,
    faces,
    core: () => (core ??= open()),
  }
  try {
    const code = await spec.run(input, context)
    return isEndless && gone.aborted ? exitCodes.done : code
  } catch (error) {
    if (isEndless && gone.aborted) return exitCodes.done
    if (cancellation.signal.aborted) return cancelled(out, t)
    return fail(withHelp(error, helpOf([spec.name], [spec.name])), out, t)
  } finally {
    await core?.then((opened) => opened.close()).catch(() => undefined)
    cancellation.close()
  }
}

/** A folder of journals that cannot be read is no reason to stop looking at servers. */
async function tellOfUnfinishedJobs(core: Core, out: Output, t: Translator): Promise<void> {
  const jobs = await core.listJobs('open').catch(() => [])
  for (const { id, operation, state, canResume, canUndo, damaged } of jobs) {
    if (state !== 'interrupted' && state !== 'failed') continue
    if (damaged !== null) {
      out.note(describeDamagedJournal({ job: id, operation, path: damaged }, t))
      continue
    }
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

/** Runs the command that this process was called with, and sets its exit code. */
export async function runCli(faces: OtherFaces): Promise<void> {
  const args = process.argv.slice(2)
  const t = createTranslator(chooseLanguage(args, process.env, systemLocale()))
  const guard = guardOutput(process.stdout, process.stderr, (reason) => {
    process.stderr.write(`${t.t('cli.error', { message: t.t('cli.output-lost', { reason }) })}\n`)
    process.exitCode =
      process.exitCode === undefined || process.exitCode === 0 ? exitCodes.failed : process.exitCode
  })
  const code = await main(args, { t, guard, faces })
  process.exitCode = code === exitCodes.done && guard.hasLost() ? exitCodes.failed : code
}

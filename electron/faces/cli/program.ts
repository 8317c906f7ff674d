import { Command, Help, Option } from 'commander'
import { languages, type Translator } from '../../../shared/i18n/translate.ts'
import type { CommandSpec, OptionSpec } from './command.ts'
import type { CommandInput } from './input/command-input.ts'
import type { GlobalOptions } from './input/global-options.ts'
import { textWidth } from './output/width.ts'
import { programVersion } from '../../core/program-version.ts'

const globalOptions: readonly OptionSpec[] = [
  { flags: '--home <dir>', help: 'home' },
  { flags: '--json', help: 'json' },
  { flags: '--dry-run', help: 'dry-run' },
  { flags: '--script <file>', help: 'script' },
  { flags: '-y, --yes', help: 'yes' },
  { flags: '--lang <language>', help: 'lang', choices: languages },
]

/** What was typed, understood as far as the table of commands goes. */
export interface Invocation {
  readonly spec: CommandSpec
  readonly input: CommandInput
  readonly global: GlobalOptions
}

export interface ProgramText {
  /** Where help goes. */
  readonly write: (text: string) => void
}

/**
 * The parser for a table of commands, with help texts in one language. `run` is given the one that was called.
 *
 * It throws commander's errors instead of ending the process, and prints nothing but help.
 */
export function buildProgram(
  specs: readonly CommandSpec[],
  t: Translator,
  { write }: ProgramText,
  run: (invocation: Invocation) => void,
): Command {
  const program = new Command('pgtandem')
  prepare(program, t, write)
  program
    .description(t.t('cli.description'))
    .version(programVersion, '--version', t.t('cli.help.version'))
    .helpCommand(`help ${t.t('cli.help.command-operand')}`, t.t('cli.help.help-command'))
    .addHelpText('after', () => `\n${t.t('cli.help.more')}`)
    .enablePositionalOptions()
  for (const spec of globalOptions) program.addOption(buildOption(spec, t))
  for (const spec of specs)
    program.addCommand(buildCommand(spec, t, { write, run }), { hidden: spec.name === 'names' })
  return program
}

/** How commander itself writes help. */
const usual = new Help()

/** The two words that commander puts in by itself. */
const placeholders = (usage: string, t: Translator): string =>
  usage
    .replace('[options]', t.t('cli.help.options-operand'))
    .replace('[command]', t.t('cli.help.command-operand'))

interface Wiring extends ProgramText {
  readonly run: (invocation: Invocation) => void
}

function buildCommand(spec: CommandSpec, t: Translator, { write, run }: Wiring): Command {
  const command = new Command(spec.name)
  prepare(command, t, write)
  command
    .summary(t.t(`cli.commands.${spec.name}.summary`))
    .description(t.t(`cli.commands.${spec.name}.description`))
  if (spec.operands !== '') command.arguments(spec.operands)
  for (const option of spec.options) command.addOption(buildOption(option, t))
  for (const option of globalOptions) command.addOption(buildOption(option, null).hideHelp())
  if (spec.passThrough) command.passThroughOptions()
  command.addHelpText('after', () => {
    const examples = t.t(`cli.commands.${spec.name}.examples`)
    const actions = spec.operands.includes('[action]')
      ? `${t.t('cli.help.actions', { actions: (spec.actions ?? []).join(', ') })}\n\n`
      : ''
    return `\n${actions}${t.t('cli.help.examples')}\n${indent(examples)}`
  })
  command.action(() => {
    const options = command.optsWithGlobals<Readonly<Record<string, unknown>>>()
    run({ spec, input: { operands: flatten(command.processedArgs), options }, global: readGlobals(options) })
  })
  return command
}

function prepare(command: Command, t: Translator, write: (text: string) => void): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t.t('cli.help.usage'),
    'Arguments:': t.t('cli.help.arguments'),
    'Options:': t.t('cli.help.options'),
    'Global Options:': t.t('cli.help.global-options'),
    'Commands:': t.t('cli.help.commands'),
  }
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', t.t('cli.help.help'))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      displayWidth: textWidth,
      commandUsage: (shown) => placeholders(usual.commandUsage(shown), t),
      subcommandTerm: (shown) => placeholders(usual.subcommandTerm(shown), t),
      optionDescription: ({ description, argChoices }) =>
        argChoices === undefined
          ? description
          : t.t('cli.help.choices', { description, choices: argChoices.join(', ') }),
      formatHelp: (shown, helper) => usual.formatHelp.call(helper, shown, helper).replaceAll('： ', '：'),
    })
    .configureOutput({ writeOut: write, writeErr: () => undefined })
}

function buildOption({ flags, help, choices, repeat }: OptionSpec, t: Translator | null): Option {
  const option = new Option(flags, t?.t(`cli.options.${help}`))
  if (choices) option.choices([...choices])
  if (repeat) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  }
  return option
}

function readGlobals(options: Readonly<Record<string, unknown>>): GlobalOptions {
  const { home, script } = options
  return {
    json: options['json'] === true,
    dryRun: options['dryRun'] === true || typeof script === 'string',
    yes: options['yes'] === true,
    ...(typeof home === 'string' ? { home } : {}),
    ...(typeof script === 'string' ? { script } : {}),
  }
}

const flatten = (args: readonly unknown[]): string[] =>
  args.flat().filter((arg): arg is string => typeof arg === 'string')

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

import type { catalogue } from '../../../shared/i18n/en/index.ts'
import type { CommandContext } from './context.ts'
import type { CommandInput } from './input/command-input.ts'
import type { ExitCode } from './output/exit-code.ts'

type Cli = (typeof catalogue)['cli']

/** Commands that have help texts, and so may be named in the table. */
export type CommandName = keyof Cli['commands']

export interface OptionSpec {
  /** As commander takes it: `-n, --lines <number>`. */
  readonly flags: string
  readonly help: keyof Cli['options']
  readonly choices?: readonly string[]
  /** May be given several times. */
  readonly repeat?: true
}

/** One command: what it takes, and what it does. Its sentences stand under `cli.commands`. */
export interface CommandSpec {
  readonly name: CommandName
  /** Operands as commander takes them: `<name> [action] [words...]`. */
  readonly operands: string
  readonly options: readonly OptionSpec[]
  /** What the second operand may be, for completion. */
  readonly actions?: readonly string[]
  /** Options after the first operand belong to another program. */
  readonly passThrough?: true
  /** Whether it goes on until Ctrl-C: then it also ends when nobody reads it any more. */
  readonly endless?: (input: CommandInput) => boolean
  run(input: CommandInput, context: CommandContext): Promise<ExitCode>
}

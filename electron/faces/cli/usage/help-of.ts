import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandName } from '../command.ts'

/** What shows the help that belongs to what was typed: that of its command, where there is one. */
export function helpOf(words: readonly string[], commands: readonly CommandName[]): string {
  const command = words.find((word) => (commands as readonly string[]).includes(word))
  return command === undefined ? 'pgtandem --help' : `pgtandem help ${command}`
}

/** The same failure, with the `help` that hints of wrong usage name. */
export const withHelp = (error: unknown, help: string): unknown =>
  error instanceof PgTandemError
    ? new PgTandemError(error.code, { help, ...error.params }, error.details, { cause: error })
    : error

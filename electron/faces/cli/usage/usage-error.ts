import type { CommanderError } from 'commander'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandName } from '../command.ts'
import { suggestCommand } from './suggestions.ts'

/** Help and version were shown, as asked for: no error. */
export const isAnswered = ({ code }: CommanderError): boolean =>
  code === 'commander.helpDisplayed' || code === 'commander.help' || code === 'commander.version'

/** What commander found wrong, as one of our errors: its own sentences are English only. */
export function toUsageError(
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
  words: readonly string[],
  commands: readonly CommandName[],
): PgTandemError {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownCommand': {
      const at = words.indexOf(quoted)
      const suggestion = suggestCommand([quoted, ...(at === -1 ? [] : words.slice(at + 1))], commands)
      return suggestion === null
        ? new PgTandemError('unknown-command', { command: quoted })
        : new PgTandemError('unknown-command-similar', { command: quoted, suggestion })
    }
    case 'commander.unknownOption':
      return new PgTandemError('unknown-option', { option: quoted })
    case 'commander.missingArgument':
      return new PgTandemError('missing-argument', { argument: quoted.toUpperCase() })
    case 'commander.excessArguments':
      return new PgTandemError('excess-arguments', { argument: words.at(-1) ?? '' })
    case 'commander.optionMissingArgument':
      return new PgTandemError('option-needs-value', { option: quoted })
    case 'commander.invalidArgument': {
      const [option = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1])
      const allowed = /Allowed choices are (.*)\.$/.exec(message)?.[1]
      return allowed === undefined
        ? new PgTandemError('bad-option-value', { option, value })
        : new PgTandemError('not-a-choice', { option, value, allowed })
    }
    default:
      return new PgTandemError('bad-usage', { problem: message.replace(/^error: /, '') })
  }
}

import type { CommandSpec } from '../command.ts'
import {
  type CommandInput,
  given,
  integerOption,
  listOption,
  parseSettings,
  pathOption,
} from './command-input.ts'

type Options = CommandSpec['options']

/** Where a command makes a new instance. */
export const placeOptions = [
  { flags: '--port <number>', help: 'port' },
  { flags: '--data <dir>', help: 'data' },
] as const satisfies Options

/** What the new instance is configured with. */
export const settingsOptions = [
  { flags: '--set <k=v>', help: 'set', repeat: true },
] as const satisfies Options

/** The parameters that those options give. Throws `bad-option-value`, `not-a-setting`. */
export const newInstanceParams = (input: CommandInput) => ({
  settings: parseSettings(listOption(input, 'set')),
  ...given({ port: integerOption(input, 'port'), dataDir: pathOption(input, 'data') }),
})

import type { CommandSpec } from '../command.ts'
import {
  given,
  integerOption,
  listOption,
  operand,
  parseSettings,
  pathOption,
  pgOption,
  textOption,
} from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const create: CommandSpec = {
  name: 'create',
  operands: '<name>',
  options: [
    { flags: '--port <number>', help: 'port' },
    { flags: '--data <dir>', help: 'data' },
    { flags: '--pg <major|bindir>', help: 'pg' },
    { flags: '--locale <locale>', help: 'locale' },
    { flags: '--set <k=v>', help: 'set', repeat: true },
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'create',
        params: {
          name: operand(input, 0),
          settings: parseSettings(listOption(input, 'set')),
          ...given({
            port: integerOption(input, 'port'),
            dataDir: pathOption(input, 'data'),
            pg: pgOption(input),
            locale: textOption(input, 'locale'),
          }),
        },
      },
      context,
    ),
}

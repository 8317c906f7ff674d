import type { CommandSpec } from '../command.ts'
import {
  flagOption,
  given,
  integerOption,
  listOption,
  operand,
  parseSettings,
  pathOption,
  textOption,
} from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const clone: CommandSpec = {
  name: 'clone',
  operands: '<source> <name>',
  options: [
    { flags: '--port <number>', help: 'port' },
    { flags: '--data <dir>', help: 'data' },
    { flags: '--method <method>', help: 'method', choices: ['auto', 'copy', 'basebackup'] },
    { flags: '--no-slot', help: 'no-slot' },
    { flags: '--sync', help: 'sync' },
    { flags: '--delay <duration>', help: 'delay' },
    { flags: '--application-name <name>', help: 'application-name' },
    { flags: '--set <k=v>', help: 'set', repeat: true },
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'clone',
        params: {
          source: operand(input, 0),
          name: operand(input, 1),
          slot: input.options['slot'] !== false,
          sync: flagOption(input, 'sync'),
          settings: parseSettings(listOption(input, 'set')),
          ...given({
            port: integerOption(input, 'port'),
            dataDir: pathOption(input, 'data'),
            method: textOption(input, 'method'),
            delay: textOption(input, 'delay'),
            applicationName: textOption(input, 'applicationName'),
          }),
        },
      },
      context,
    ),
}

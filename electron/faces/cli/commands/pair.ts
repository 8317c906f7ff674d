import type { CommandSpec } from '../command.ts'
import { given, integerOption, operand, pgOption, textOption } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const pair: CommandSpec = {
  name: 'pair',
  operands: '<name>',
  options: [
    { flags: '--port <number>', help: 'port' },
    { flags: '--standby <name>', help: 'standby' },
    { flags: '--standby-port <number>', help: 'standby-port' },
    { flags: '--pg <major|bindir>', help: 'pg' },
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'pair',
        params: {
          name: operand(input, 0),
          ...given({
            port: integerOption(input, 'port'),
            standby: textOption(input, 'standby'),
            standbyPort: integerOption(input, 'standbyPort'),
            pg: pgOption(input),
          }),
        },
      },
      context,
    ),
}

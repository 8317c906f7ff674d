import type { CommandSpec } from '../command.ts'
import { given, operand, textOption } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const reclone: CommandSpec = {
  name: 'reclone',
  operands: '<name>',
  options: [{ flags: '--from <name>', help: 'from' }],
  run: async (input, context) =>
    perform(
      {
        operation: 'reclone',
        params: { name: operand(input, 0), ...given({ from: textOption(input, 'from') }) },
      },
      context,
    ),
}

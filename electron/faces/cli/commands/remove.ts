import type { CommandSpec } from '../command.ts'
import { flagOption, operand } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const remove: CommandSpec = {
  name: 'remove',
  operands: '<name>',
  options: [{ flags: '--delete-data', help: 'delete-data' }],
  run: async (input, context) =>
    perform(
      {
        operation: 'remove',
        params: { name: operand(input, 0), deleteData: flagOption(input, 'deleteData') },
      },
      context,
    ),
}

import type { CommandSpec } from '../command.ts'
import { flagOption, given, operand, textOption } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const promote: CommandSpec = {
  name: 'promote',
  operands: '<name>',
  options: [
    { flags: '--by <way>', help: 'by', choices: ['pg_ctl', 'trigger', 'sql'] },
    { flags: '--force', help: 'force' },
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'promote',
        params: {
          name: operand(input, 0),
          force: flagOption(input, 'force'),
          ...given({ by: textOption(input, 'by') }),
        },
      },
      context,
    ),
}

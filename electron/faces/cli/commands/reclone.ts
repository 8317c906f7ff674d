import type { CommandSpec } from '../command.ts'
import { operand } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const reclone: CommandSpec = {
  name: 'reclone',
  operands: '<name>',
  options: [],
  run: async (input, context) =>
    perform({ operation: 'reclone', params: { name: operand(input, 0) } }, context),
}

import type { CommandSpec } from '../command.ts'
import { operand } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

const replay = (name: 'pause' | 'resume'): CommandSpec => ({
  name,
  operands: '<standby>',
  options: [],
  run: async (input, context) =>
    perform({ operation: name, params: { standby: operand(input, 0) } }, context),
})

export const pause = replay('pause')
export const resume = replay('resume')

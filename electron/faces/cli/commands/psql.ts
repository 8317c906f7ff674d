import type { CommandSpec } from '../command.ts'
import { operand } from '../input/command-input.ts'
import { exitCodes } from '../output/exit-code.ts'

export const psql: CommandSpec = {
  name: 'psql',
  operands: '<name> [args...]',
  options: [],
  passThrough: true,
  async run(input, context) {
    const core = await context.core()
    const args = input.operands.slice(1)
    const code = await core.runPsql(operand(input, 0), args[0] === '--' ? args.slice(1) : args)
    return code === 0 ? exitCodes.done : exitCodes.failed
  },
}

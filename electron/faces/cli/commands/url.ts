import type { CommandSpec } from '../command.ts'
import { flagOption, operand } from '../input/command-input.ts'
import { exitCodes } from '../output/exit-code.ts'

export const url: CommandSpec = {
  name: 'url',
  operands: '<name>',
  options: [{ flags: '--show-password', help: 'show-password' }],
  async run(input, context) {
    const name = operand(input, 0)
    const core = await context.core()
    const address = await core.connectionUrl(name, { showPassword: flagOption(input, 'showPassword') })
    context.out.line(address)
    context.out.document({ name, url: address })
    return exitCodes.done
  },
}

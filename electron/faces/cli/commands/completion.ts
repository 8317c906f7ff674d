import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import { buildCompletion, isShell, shells } from '../completion/build-completion.ts'
import { operand } from '../input/command-input.ts'
import { exitCodes } from '../output/exit-code.ts'

/** Given the table of commands, which it is part of. */
export const completion = (commands: () => readonly CommandSpec[]): CommandSpec => ({
  name: 'completion',
  operands: '<shell>',
  options: [],
  actions: shells,
  async run(input, context) {
    const shell = operand(input, 0)
    if (!isShell(shell))
      throw new PgTandemError('unknown-action', { action: shell, known: shells.join(', ') })
    const text = buildCompletion(shell, commands())
    context.out.line(text.trimEnd())
    context.out.document({ shell, script: text })
    return exitCodes.done
  },
})

import type { CommandSpec } from '../command.ts'
import { operand } from '../input/command-input.ts'
import { exitCodes } from '../output/exit-code.ts'
import { formatVerification, verificationDocument } from '../output/verification.ts'

export const verify: CommandSpec = {
  name: 'verify',
  operands: '<standby>',
  options: [],
  async run(input, context) {
    const { out, t, cancel } = context
    const core = await context.core()
    const verification = await core.verify(operand(input, 0), { signal: cancel })
    for (const line of formatVerification(verification, t)) out.line(line)
    out.document(verificationDocument(verification, t))
    return verification.ok ? exitCodes.done : exitCodes.failed
  },
}

import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import { operand } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const synchronous: CommandSpec = {
  name: 'synchronous',
  operands: '<standby> <on|off>',
  options: [],
  actions: ['on', 'off'],
  async run(input, context) {
    const wanted = operand(input, 1)
    if (wanted !== 'on' && wanted !== 'off')
      throw new PgTandemError('unknown-action', { action: wanted, known: 'on, off' })
    return perform(
      { operation: 'synchronous', params: { standby: operand(input, 0), on: wanted === 'on' } },
      context,
    )
  },
}

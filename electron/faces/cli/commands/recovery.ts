import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { operand, parseSettings, requireOperands } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { formatSettings } from '../output/settings-table.ts'
import { perform } from '../report-operation.ts'

const actions = ['show', 'set'] as const

export const recovery: CommandSpec = {
  name: 'recovery',
  operands: '<name> [action] [words...]',
  options: [],
  actions,
  async run(input, context) {
    const name = operand(input, 0)
    switch (input.operands[1] ?? 'show') {
      case 'show':
        requireOperands(input, 1, 2, 'NAME')
        return show(name, context)
      case 'set':
        requireOperands(input, 3, Number.POSITIVE_INFINITY, 'k=v')
        return perform(
          { operation: 'recovery', params: { name, settings: parseSettings(input.operands.slice(2)) } },
          context,
        )
      default:
        throw new PgTandemError('unknown-action', { action: operand(input, 1), known: actions.join(', ') })
    }
  },
}

async function show(name: string, context: CommandContext): Promise<ExitCode> {
  const { out, t } = context
  const reading = await (await context.core()).readRecovery(name)
  if (reading.kind === 'recovery.conf') {
    if (reading.text === null) out.line(t.t('cli.recovery.no-file', { file: reading.file }))
    else out.line(reading.text.trimEnd())
  } else {
    const { standbySignal, recoverySignal } = reading
    const signal = standbySignal ? 'standby' : recoverySignal ? 'recovery' : 'none'
    out.line(t.t(`cli.recovery.signals.${signal}`))
    for (const line of formatSettings(reading.settings, t)) out.line(line)
  }
  out.document(reading)
  return exitCodes.done
}

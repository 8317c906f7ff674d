import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { flagOption } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { formatEvidence, formatStatus, statusDocument } from '../output/status-table.ts'

export const status: CommandSpec = {
  name: 'status',
  operands: '[name]',
  options: [
    { flags: '--watch', help: 'watch' },
    { flags: '--why', help: 'why' },
  ],
  endless: (input) => flagOption(input, 'watch'),
  async run(input, context) {
    const [name] = input.operands
    const why = flagOption(input, 'why')
    const { out, t } = context
    if (flagOption(input, 'watch')) {
      if (why) throw new PgTandemError('options-conflict', { first: '--watch', second: '--why' })
      return watch(name, context)
    }
    const core = await context.core()
    const instances = await core.status({ why, ...(name === undefined ? {} : { names: [name] }) })
    if (name !== undefined && instances.length === 0) throw new PgTandemError('unknown-instance', { name })
    for (const line of formatStatus(instances, t)) out.line(line)
    if (why) for (const line of formatEvidence(instances, t)) out.line(line)
    out.document({ instances: statusDocument(instances, t) })
    return exitCodes.done
  },
}

/** Until Ctrl-C: on a terminal one table that changes, otherwise a table or document for each look. */
async function watch(name: string | undefined, context: CommandContext): Promise<ExitCode> {
  const { out, t } = context
  const core = await context.core()
  if (name !== undefined && !(await core.namesFor('stop')).includes(name))
    throw new PgTandemError('unknown-instance', { name })
  const isScreen = out.progress.isTTY && !out.json
  await core.watch({
    signal: context.cancel,
    onSnapshot(snapshot) {
      const instances = snapshot.instances.filter((status) => name === undefined || status.name === name)
      if (isScreen) out.progress.write('\u001B[H\u001B[2J')
      for (const line of formatStatus(instances, t)) out.line(line)
      if (!isScreen) out.line()
      out.document({ instances: statusDocument(instances, t) })
    },
  })
  return exitCodes.cancelled
}

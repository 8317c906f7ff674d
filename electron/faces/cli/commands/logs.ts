import type { CommandSpec } from '../command.ts'
import { flagOption, integerOption, operand } from '../input/command-input.ts'
import { exitCodes } from '../output/exit-code.ts'

const DEFAULT_LINES = 50

export const logs: CommandSpec = {
  name: 'logs',
  operands: '<name>',
  options: [
    { flags: '-f, --follow', help: 'follow' },
    { flags: '-n, --lines <number>', help: 'lines' },
  ],
  endless: (input) => flagOption(input, 'follow'),
  async run(input, context) {
    const { out, t, cancel } = context
    const name = operand(input, 0)
    const count = integerOption(input, 'lines') ?? DEFAULT_LINES
    const core = await context.core()
    if (flagOption(input, 'follow')) {
      const onLine = (line: string): void => {
        out.line(line)
        out.document({ line })
      }
      await core.followLog(name, { lines: count, signal: cancel, onLine })
      return exitCodes.cancelled
    }
    const { file, lines } = await core.readLog(name, count)
    for (const line of lines) out.line(line)
    if (lines.length === 0 && !out.json) out.note(t.t('cli.logs.empty', { file }))
    out.document({ file, lines })
    return exitCodes.done
  },
}

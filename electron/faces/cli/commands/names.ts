import type { CommandSpec } from '../command.ts'
import { exitCodes } from '../output/exit-code.ts'

/** What completion asks: the names of all instances, one on a line. */
export const names: CommandSpec = {
  name: 'names',
  operands: '',
  options: [],
  async run(_input, context) {
    const all = await (await context.core()).namesFor('stop')
    for (const name of all.toSorted()) context.out.line(name)
    context.out.document({ names: all.toSorted() })
    return exitCodes.done
  },
}

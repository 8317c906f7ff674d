import type { CommandSpec } from '../command.ts'
import { given, pathOption, textOption } from '../input/command-input.ts'
import { perform } from '../report-operation.ts'

export const script: CommandSpec = {
  name: 'script',
  operands: '<names...>',
  options: [
    { flags: '--shell <shell>', help: 'shell', choices: ['cmd', 'sh'] },
    { flags: '--out <dir>', help: 'out' },
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'script',
        params: {
          names: input.operands,
          shell: textOption(input, 'shell') ?? (process.platform === 'win32' ? 'cmd' : 'sh'),
          out: pathOption(input, 'out') ?? process.cwd(),
          ...given({ language: context.t.language }),
        },
      },
      context,
    ),
}

import type { CommandSpec } from '../command.ts'
import { given, operand, pgOption, textOption } from '../input/command-input.ts'
import { newInstanceParams, placeOptions, settingsOptions } from '../input/new-instance.ts'
import { perform } from '../report-operation.ts'

export const create: CommandSpec = {
  name: 'create',
  operands: '<name>',
  options: [
    ...placeOptions,
    { flags: '--pg <major|bindir>', help: 'pg' },
    { flags: '--locale <locale>', help: 'locale' },
    ...settingsOptions,
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'create',
        params: {
          name: operand(input, 0),
          ...newInstanceParams(input),
          ...given({ pg: pgOption(input), locale: textOption(input, 'locale') }),
        },
      },
      context,
    ),
}

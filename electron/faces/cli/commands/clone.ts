import type { CommandSpec } from '../command.ts'
import { flagOption, given, operand, textOption } from '../input/command-input.ts'
import { newInstanceParams, placeOptions, settingsOptions } from '../input/new-instance.ts'
import { perform } from '../report-operation.ts'

export const clone: CommandSpec = {
  name: 'clone',
  operands: '<source> <name>',
  options: [
    ...placeOptions,
    { flags: '--method <method>', help: 'method', choices: ['auto', 'copy', 'basebackup'] },
    { flags: '--no-slot', help: 'no-slot' },
    { flags: '--sync', help: 'sync' },
    { flags: '--delay <duration>', help: 'delay' },
    { flags: '--application-name <name>', help: 'application-name' },
    ...settingsOptions,
  ],
  run: async (input, context) =>
    perform(
      {
        operation: 'clone',
        params: {
          source: operand(input, 0),
          name: operand(input, 1),
          slot: input.options['slot'] !== false,
          sync: flagOption(input, 'sync'),
          ...newInstanceParams(input),
          ...given({
            method: textOption(input, 'method'),
            delay: textOption(input, 'delay'),
            applicationName: textOption(input, 'applicationName'),
          }),
        },
      },
      context,
    ),
}

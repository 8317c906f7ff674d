import type { CommandSpec } from '../command.ts'
import { given, operand, pathOption, textOption } from '../input/command-input.ts'
import { findPassword } from '../input/find-password.ts'
import { perform } from '../report-operation.ts'

export const adopt: CommandSpec = {
  name: 'adopt',
  operands: '<name>',
  options: [
    { flags: '--data <dir>', help: 'adopt-data' },
    { flags: '--user <user>', help: 'adopt-user' },
    { flags: '--pg <bindir>', help: 'adopt-pg' },
    { flags: '--config-file <file>', help: 'config-file' },
  ],
  async run(input, context) {
    const name = operand(input, 0)
    const dataDir = pathOption(input, 'data')
    const user = textOption(input, 'user')
    return perform(
      {
        operation: 'adopt',
        params: {
          name,
          ...given({
            dataDir,
            user,
            binDir: pathOption(input, 'pg'),
            configFile: pathOption(input, 'configFile'),
          }),
        },
        async cure({ code, params }) {
          // A password that was stored before and is wrong is asked for again.
          const isWrong = code === 'instance-unreachable' && params['reason'] === 'wrong-password'
          if (code !== 'password-needed' && !isWrong) return false
          const superuser = user ?? 'postgres'
          const password = await findPassword({ user: superuser, dataDir: dataDir ?? null }, name, context)
          if (password === null) return false
          const core = await context.core()
          await core.storePassword(name, superuser, password)
          return true
        },
        cureFailed: async () => (await context.core()).forgetPassword(name, user ?? 'postgres'),
      },
      context,
    )
  },
}

import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import { given, operand, pathOption, textOption } from '../input/command-input.ts'
import { findPassword } from '../input/find-password.ts'
import { exitCodes } from '../output/exit-code.ts'
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
    if (dataDir === undefined) throw new PgTandemError('missing-argument', { argument: '--data' })
    const user = textOption(input, 'user')
    let superuser = user ?? 'postgres'
    let isStored = false
    const code = await perform(
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
          superuser = user ?? String(params['user'] ?? superuser)
          const password = await findPassword({ user: superuser, dataDir }, name, context)
          if (password === null) return false
          const core = await context.core()
          await core.storePassword(name, superuser, password)
          isStored = true
          return true
        },
        cureFailed: async () => (await context.core()).forgetPassword(name, superuser),
      },
      context,
    )
    if (isStored && code === exitCodes.done)
      context.out.note(context.t.t('notices.password-stored', { name, user: superuser }))
    return code
  },
}

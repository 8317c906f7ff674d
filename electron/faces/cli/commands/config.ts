import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, operand, parseSettings, requireOperands } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { formatSettings } from '../output/settings-table.ts'
import { perform } from '../report-operation.ts'

const actions = ['list', 'get', 'set', 'unset'] as const

export const config: CommandSpec = {
  name: 'config',
  operands: '<name> [action] [words...]',
  options: [],
  actions,
  async run(input, context) {
    const name = operand(input, 0)
    const words = input.operands.slice(2)
    switch (input.operands[1] ?? 'list') {
      case 'list':
        requireOperands(input, 1, 2, 'NAME')
        return list(name, context)
      case 'get':
        requireOperands(input, 3, 3, 'SETTING')
        return get(input, context)
      case 'set':
        requireOperands(input, 3, Number.POSITIVE_INFINITY, 'k=v')
        return change(name, parseSettings(words), context)
      case 'unset':
        requireOperands(input, 3, Number.POSITIVE_INFINITY, 'SETTING')
        return change(name, Object.fromEntries(words.map((word) => [word, null])), context)
      default:
        throw new PgTandemError('unknown-action', { action: operand(input, 1), known: actions.join(', ') })
    }
  },
}

const change = (
  name: string,
  settings: Readonly<Record<string, string | null>>,
  context: CommandContext,
): Promise<ExitCode> => perform({ operation: 'config', params: { name, settings } }, context)

async function list(name: string, context: CommandContext): Promise<ExitCode> {
  const { out, t } = context
  const core = await context.core()
  const reading = await core.readConfig(name)
  for (const line of formatSettings(reading.settings, t)) out.line(line)
  for (const { file, line, text } of reading.problems)
    out.note(t.t('cli.config.problem', { file, line, text }))
  out.document(reading)
  return exitCodes.done
}

/** From the files and the server; of a default only a server that runs can tell. */
async function get(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  const { out } = context
  const name = operand(input, 0)
  const setting = operand(input, 2).toLowerCase()
  const core = await context.core()
  const { settings } = await core.readConfig(name)
  const found = settings.find((line) => line.name.toLowerCase() === setting)
  const line = found ?? { name: setting, ...(await readDefault(name, setting, context)) }
  out.line(line.serverValue ?? line.fileValue ?? '')
  out.document(line)
  return exitCodes.done
}

async function readDefault(name: string, setting: string, context: CommandContext) {
  const core = await context.core()
  const literal = `'${setting.replaceAll("'", "''")}'`
  const { rows } = await core
    .sql(name, { sql: `select current_setting(name) from pg_settings where lower(name) = ${literal}` })
    .catch((error: unknown) => {
      throw new PgTandemError('setting-not-in-files', { setting, name }, {}, { cause: error })
    })
  const value = rows[0]?.[0]
  if (value === undefined) throw new PgTandemError('unknown-setting', { setting, nearest: 'pgtandem config' })
  return {
    fileValue: null,
    file: null,
    line: null,
    serverValue: value,
    source: 'default',
    pendingRestart: false,
  }
}

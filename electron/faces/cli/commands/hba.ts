import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { HbaReading } from '../../../core/readings/hba.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { operand, requireOperands } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { perform } from '../report-operation.ts'

const actions = ['list', 'add', 'check'] as const

export const hba: CommandSpec = {
  name: 'hba',
  operands: '<name> [action] [columns...]',
  options: [],
  actions,
  async run(input, context) {
    const name = operand(input, 0)
    switch (input.operands[1] ?? 'list') {
      case 'list':
        requireOperands(input, 1, 2, 'NAME')
        return list(name, context)
      case 'check':
        requireOperands(input, 2, 2, 'NAME')
        return check(name, context)
      case 'add': {
        const isLocal = input.operands[2] === 'local'
        const count = isLocal ? 6 : 7
        requireOperands(
          input,
          count,
          count,
          isLocal ? 'DATABASE USER METHOD' : 'TYPE DATABASE USER ADDRESS METHOD',
        )
        return perform({ operation: 'hba', params: { name, rule: ruleOf(input.operands.slice(2)) } }, context)
      }
      default:
        throw new PgTandemError('unknown-action', { action: operand(input, 1), known: actions.join(', ') })
    }
  },
}

/** The columns of pg_hba.conf in their order; local connections have no address. */
export function ruleOf([type, database, user, ...rest]: readonly string[]): Readonly<
  Record<string, unknown>
> {
  const [address, method] = type === 'local' ? [undefined, rest[0]] : rest
  return { type, database, user, ...(address === undefined ? {} : { address }), method }
}

async function list(name: string, context: CommandContext): Promise<ExitCode> {
  const { out } = context
  const reading = await (await context.core()).readHba(name)
  const lines = reading.lines
    .filter(({ kind }) => kind !== 'blank')
    .map(({ line, kind, raw }) => ({ line, kind, text: raw.trimEnd() }))
  for (const { line, text } of lines) out.line(`${String(line).padStart(4)}  ${text}`)
  out.document({ file: reading.file, lines })
  return exitCodes.done
}

async function check(name: string, context: CommandContext): Promise<ExitCode> {
  const { out, t } = context
  const reading = await (await context.core()).readHba(name)
  const problems = describeProblems(reading, context)
  for (const { message } of problems) out.line(`✗ ${message}`)
  if (problems.length === 0) out.line(t.t('cli.hba.ok', { file: reading.file }))
  out.document({ file: reading.file, ok: problems.length === 0, problems })
  return problems.length === 0 ? exitCodes.done : exitCodes.failed
}

const describeProblems = (
  { problems }: HbaReading,
  { t }: CommandContext,
): readonly { readonly code: string; readonly message: string }[] =>
  problems.map(({ code, params }) => ({
    code,
    message: `${t.t(`findings.${code}.message`, params)} ${t.t(`findings.${code}.hint`, params)}`,
  }))

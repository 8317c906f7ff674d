import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { CommandSpec } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { type CommandInput, operand, requireOperands } from '../input/command-input.ts'
import { type ExitCode, exitCodes } from '../output/exit-code.ts'
import { formatJobs } from '../output/jobs-table.ts'
import { exitCodeOf, printResult, resultDocument } from '../report-operation.ts'
import { fromOutcome, withProgress } from '../run-operation.ts'

const actions = ['list', 'resume', 'undo'] as const

export const jobs: CommandSpec = {
  name: 'jobs',
  operands: '[action] [id]',
  options: [],
  actions,
  async run(input, context) {
    const action = input.operands[0] ?? 'list'
    switch (action) {
      case 'list':
        requireOperands(input, 0, 1, '')
        return list(context)
      case 'resume':
      case 'undo':
        requireOperands(input, 2, 2, 'ID')
        return goOn(action, input, context)
      default:
        throw new PgTandemError('unknown-action', { action, known: actions.join(', ') })
    }
  },
}

async function list(context: CommandContext): Promise<ExitCode> {
  const { out, t } = context
  const all = await (await context.core()).listJobs()
  for (const line of formatJobs(all, t)) out.line(line)
  out.document({
    jobs: all.map((job) => ({ ...job, stepTitle: job.stepTitle === null ? null : t.text(job.stepTitle) })),
  })
  return exitCodes.done
}

async function goOn(
  action: 'resume' | 'undo',
  input: CommandInput,
  context: CommandContext,
): Promise<ExitCode> {
  const id = operand(input, 1)
  const core = await context.core()
  const job = (await core.listJobs()).find((known) => known.id === id)
  const { operation, instances } = job ?? { operation: action, instances: [] }
  const outcome = await withProgress(context, (options) =>
    action === 'resume' ? core.resumeJob(id, options) : core.undoJob(id, options),
  )
  const result = fromOutcome(outcome, { operation, instances, notices: [] }, context)
  if (result.kind === 'done') context.out.line(context.t.t(`cli.jobs.${action}-done`, { job: id }))
  else printResult(result, context)
  context.out.document(resultDocument(result, context.t))
  return exitCodeOf(result)
}

import { otherNameHelps, type PairNames, pairNames } from '../../../../../shared/model/pair-names.ts'
import type { CommandContext } from '../../context.ts'
import type { ExitCode } from '../../output/exit-code.ts'
import { failureDocument } from '../../output/failure.ts'
import { perform, printResult } from '../../report-operation.ts'
import { type OperationRequest, runOperation } from '../../run-operation.ts'

/** The two instances of a demo. */
export type DemoPair = PairNames

const MOST_DEMOS = 20

/** `demo` and `demo-standby`, or the first numbered pair of names that clashes with none of those taken. */
export const demoNames = (taken: readonly string[], from = 1): ReturnType<typeof pairNames> =>
  pairNames('demo', taken, from)

const requestFor = ({ primary, standby }: DemoPair, pg: string | undefined): OperationRequest => ({
  operation: 'pair',
  params: { name: primary, standby, ...(pg === undefined ? {} : { pg }) },
})

async function preview(pg: string | undefined, context: CommandContext): Promise<ExitCode> {
  const taken = await (await context.core()).namesFor('stop')
  return perform(requestFor(demoNames(taken), pg), context)
}

/** Makes the pair; a failure is told, and gives its exit code. */
async function run(
  pg: string | undefined,
  context: CommandContext,
): Promise<DemoPair | { readonly code: ExitCode }> {
  const { out, t } = context
  const taken = await (await context.core()).namesFor('stop')
  let names = demoNames(taken)
  out.line(t.t('cli.demo.intro'))
  for (;;) {
    const { primary, standby } = names
    const result = await runOperation(requestFor(names, pg), context)
    if (result.kind === 'done') {
      out.line(t.t('cli.demo.made', { primary, standby }))
      return { primary, standby }
    }
    if (result.kind === 'previewed') throw new Error('a demo is not previewed here')
    if (result.job === null && otherNameHelps.has(result.failure.code) && names.number < MOST_DEMOS) {
      names = demoNames(taken, names.number + 1)
      continue
    }
    printResult(result, context)
    out.document({ error: failureDocument(result.failure), job: result.job, aftermath: result.aftermath })
    return { code: result.code }
  }
}

/** The demo's pair: run, or only shown. */
export const makePair = { run, preview }

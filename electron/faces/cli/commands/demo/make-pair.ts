import { clashingName } from '../../../../../shared/model/instance-name.ts'
import type { CommandContext } from '../../context.ts'
import type { ExitCode } from '../../output/exit-code.ts'
import { failureDocument } from '../../output/failure.ts'
import { perform, printResult } from '../../report-operation.ts'
import { type OperationRequest, runOperation } from '../../run-operation.ts'

/** The two instances of a demo. */
export interface DemoPair {
  readonly primary: string
  readonly standby: string
}

const MOST_DEMOS = 20

/** Refusals that another name helps against. */
const otherNameHelps: ReadonlySet<string> = new Set([
  'name-taken',
  'name-gives-same-slot',
  'job-unfinished',
  'job-to-be-undone',
  'job-to-be-resumed',
  'journal-damaged',
  'instance-busy',
  'data-directory-not-empty',
  'data-directory-is-cluster',
  'leftover-in-the-way',
])

/** `demo` and `demo-standby`, or the first numbered pair of names that clashes with none of those taken. */
export function demoNames(taken: readonly string[], from = 1): DemoPair & { readonly number: number } {
  for (let number = from; ; number += 1) {
    const primary = number === 1 ? 'demo' : `demo-${String(number)}`
    const standby = `${primary}-standby`
    if (clashingName(primary, taken) === null && clashingName(standby, taken) === null)
      return { primary, standby, number }
  }
}

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

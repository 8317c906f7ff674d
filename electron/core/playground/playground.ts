import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { ErrorRecord, JobOutcome } from '../../../shared/model/job.ts'
import type { ArrivedRow, LoadReport, PlaygroundState } from '../../../shared/model/playground.ts'
import type { Catalogue } from '../instances/catalogue.ts'
import { createInstanceFinder } from '../instances/instance-finder.ts'
import type { Planned } from '../operations/operation.ts'
import type { Plan } from '../plan/plan.ts'
import { clearPlayground, preparePlayground } from './database.ts'
import { insertRow } from './insert-row.ts'
import { createLinks, type Links } from './links.ts'
import { writeLoad } from './load.ts'

export interface PlaygroundPair {
  readonly primary: string
  readonly standby: string
}

/** The read-only demo: rows that are written on a primary and watched on its standby, and the link between them. */
export interface Playground {
  prepare(pair: PlaygroundPair): Promise<PlaygroundState>
  clear(pair: PlaygroundPair): Promise<void>
  insertRow(pair: PlaygroundPair, signal?: AbortSignal): Promise<ArrivedRow>
  /** See `writeLoad`. */
  load(
    primary: string,
    rowsPerSecond: number,
    signal: AbortSignal,
  ): AsyncGenerator<LoadReport, void, undefined>
  readonly links: Links
}

/** As the core does it for every face. */
interface PlanAndRun {
  plan(this: void, operation: string, params: unknown): Promise<Planned>
  run(this: void, plan: Plan): Promise<JobOutcome | { readonly state: 'changed-world' }>
}

/** A job's failure as it was thrown. */
const failureOf = ({ code, params, message, details }: ErrorRecord): Error =>
  code === 'unexpected' ? new Error(message) : new PgTandemError(code, params, details)

export function createPlayground(catalogue: Pick<Catalogue, 'get'>, { plan, run }: PlanAndRun): Playground {
  const { entryOf, find } = createInstanceFinder(catalogue)
  const lead = async (standby: string, port: number | null, agreed: boolean): Promise<void> => {
    const planned = await plan('link', { standby, port })
    if (planned.kind === 'refused') throw new PgTandemError(planned.code, planned.params)
    if (planned.plan.steps.length === 0) return
    if (planned.plan.confirmations.length > 0 && !agreed)
      throw new PgTandemError('link-needs-agreement', { standby })
    const outcome = await run(planned.plan)
    if (outcome.state === 'changed-world') throw new PgTandemError('changed-world')
    if (outcome.state === 'failed') throw failureOf(outcome.error)
  }
  return {
    prepare: async ({ primary }) => preparePlayground(await find(primary)),
    clear: async ({ primary }) => clearPlayground(await find(primary)),
    insertRow: async ({ primary, standby }, signal) =>
      insertRow(await find(primary), await find(standby), signal),
    async *load(primary, rowsPerSecond, signal) {
      yield* writeLoad(await find(primary), { rowsPerSecond, signal })
    },
    links: createLinks({ entryOf, targetOf: find, lead }),
  }
}

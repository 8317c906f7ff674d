import type { ContractClient } from '../../../../shared/contract/contract.ts'
import type { Confirmation } from '../../../../shared/model/plan-preview.ts'
import { type Failure, toFailure } from '../../../api/failure.ts'

export type AllOperation = 'start' | 'stop'

/** How far one of them is. `unagreed`: it wants agreement to something that was not asked for before; it was left alone. */
export type Turn =
  | { readonly state: 'waiting' | 'running' | 'done' | 'unagreed' }
  | { readonly state: 'failed'; readonly failure: Failure }

type Api = Pick<ContractClient, 'operations' | 'jobs'>

/** What is agreed to for one instance. */
export interface Asked {
  readonly name: string
  readonly confirmation: Confirmation
}

/** What all of it would need agreement to; what cannot be planned now says so when it is its turn. */
export async function readConfirmations(
  api: Pick<Api, 'operations'>,
  operation: AllOperation,
  names: readonly string[],
): Promise<readonly Asked[]> {
  const answers = await Promise.all(
    names.map(async (name) => {
      const answer = await api.operations.plan({ operation, params: { name } })
      return answer.kind === 'plan'
        ? answer.preview.confirmations.map((confirmation) => ({ name, confirmation }))
        : []
    }),
  )
  return answers.flat()
}

interface Sequence {
  readonly operation: AllOperation
  readonly names: readonly string[]
  readonly agreed: readonly Asked[]
}

/**
 * One after the other, in the order given; where one fails the others go on.
 *
 * `signal` ends it after the one that is under way.
 */
export async function performAll(
  api: Api,
  { operation, names, agreed }: Sequence,
  how: { readonly signal: AbortSignal; readonly onTurn: (name: string, turn: Turn) => void },
): Promise<void> {
  for (const name of names) {
    if (how.signal.aborted) return
    how.onTurn(name, { state: 'running' })
    const reasons = new Set(agreed.flatMap((asked) => (asked.name === name ? asked.confirmation.reason : [])))
    how.onTurn(name, await perform(api, operation, name, reasons))
  }
}

/** The world may change between plan and run; it is planned anew this often. */
const MOST_ATTEMPTS = 3

async function perform(
  api: Api,
  operation: AllOperation,
  name: string,
  agreed: ReadonlySet<Confirmation['reason']>,
): Promise<Turn> {
  try {
    for (let attempt = 1; ; attempt += 1) {
      const planned = await api.operations.plan({ operation, params: { name } })
      if (planned.kind === 'refused') return failed({ ...planned, message: planned.code, details: {} })
      if (!planned.preview.confirmations.every(({ reason }) => agreed.has(reason)))
        return { state: 'unagreed' }
      const begun = await api.operations.run({ planId: planned.planId })
      if (begun.kind === 'nothing-to-do') return { state: 'done' }
      if (begun.kind === 'started') return await followJob(api, begun.job)
      if (attempt === MOST_ATTEMPTS) return { state: 'unagreed' }
    }
  } catch (error) {
    return failed(toFailure(error))
  }
}

async function followJob(api: Api, job: string): Promise<Turn> {
  for await (const { endedAt, error } of await api.jobs.watch({ job })) {
    if (endedAt !== null) return error === null ? { state: 'done' } : failed(error)
  }
  return failed('lost')
}

const failed = (failure: Failure): Turn => ({ state: 'failed', failure })

import type { Plan } from '../../electron/core/plan/plan.ts'
import type { TestCore } from './test-core.ts'

/** What a core plans or refuses, without running it. */
export const plansOf = (core: TestCore) => ({
  /** The plan; throws where it is refused. */
  async plan(operation: string, params: unknown): Promise<Plan> {
    const planned = await core.plan(operation, params)
    if (planned.kind === 'refused') throw new Error(`${planned.code} ${JSON.stringify(planned.params)}`)
    return planned.plan
  },
  /** The refusal's code, or a sentence that is none. */
  async refusal(operation: string, params: unknown): Promise<string> {
    const planned = await core.plan(operation, params)
    return planned.kind === 'refused' ? planned.code : `a plan of ${planned.plan.steps.length} steps`
  },
})

/** What a plan asks about before it runs. */
export const reasonsOf = ({ confirmations }: Plan): string[] => confirmations.map(({ reason }) => reason)

import type { PlanAnswer, RunAnswer } from '../../../../shared/contract/operations.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Begun } from '../../../core/live/job-host.ts'
import type { Planned } from '../../../core/operations/operation.ts'
import type { Plan } from '../../../core/plan/plan.ts'
import { bound } from '../base.ts'
import type { Host } from '../host.ts'

const { operations: area } = bound

export const operations = area.router({
  plan: area.plan.handler(async ({ input, context }) => planFor(input.operation, input.params, context)),
  script: area.script.handler(async ({ input: { planId, shell, language }, context }) => {
    const plan = findPlan(planId, context)
    return {
      fileName: `pgtandem-${plan.operation}.${shell}`,
      text: await context.core.script(plan, shell, language),
    }
  }),
  run: area.run.handler(async ({ input, context }) => {
    const begun = await context.jobs.run(findPlan(input.planId, context))
    return answerOf(begun, context)
  }),
  doNow: area.doNow.handler(async ({ input, context }): Promise<RunAnswer | PlanAnswer> => {
    const planned = await context.core.plan(input.operation, input.params)
    if (planned.kind === 'refused' || saysSomething(planned.plan)) return shown(planned, context)
    return answerOf(await context.jobs.run(planned.plan), context)
  }),
  storePassword: area.storePassword.handler(({ input: { name, user, password }, context }) =>
    context.core.storePassword(name, user, password),
  ),
  forgetPassword: area.forgetPassword.handler(({ input: { name, user }, context }) =>
    context.core.forgetPassword(name, user),
  ),
})

/** What somebody has to agree to, or should know before. */
const saysSomething = ({ confirmations, notices }: Plan): boolean => confirmations.length + notices.length > 0

/** A parameter that does not fit is an answer to a form, not a failure. */
async function planFor(
  operation: string,
  params: Readonly<Record<string, unknown>>,
  host: Host,
): Promise<PlanAnswer> {
  try {
    return await shown(await host.core.plan(operation, params), host)
  } catch (error) {
    if (!(error instanceof PgTandemError) || error.code !== 'invalid-parameter') throw error
    const parameter = String(error.params['parameter'] ?? '')
    return { kind: 'refused', code: error.code, params: error.params, parameter }
  }
}

async function shown(planned: Planned, { core, plans }: Host): Promise<PlanAnswer> {
  if (planned.kind === 'refused') return { ...planned, parameter: null }
  return { kind: 'plan', planId: plans.put(planned.plan), preview: await core.preview(planned.plan) }
}

async function answerOf(begun: Begun, host: Host): Promise<RunAnswer> {
  return begun.kind === 'changed-world'
    ? { kind: 'changed-world', answer: await shown(begun.planned, host) }
    : begun
}

function findPlan(id: string, { plans }: Host): Plan {
  const plan = plans.get(id)
  if (plan === undefined) throw new PgTandemError('plan-forgotten')
  return plan
}

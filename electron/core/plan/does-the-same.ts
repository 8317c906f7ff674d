import { isDeepStrictEqual } from 'node:util'
import { whatIsAsked } from '../../../shared/model/what-is-asked.ts'
import type { Confirmation, Plan } from './plan.ts'

/**
 * Whether a plan that was made again does the same, with every value that it writes, takes the same for granted and asks
 * nothing that was not agreed to; then the first may be run.
 */
export const doesTheSame = (plan: Plan, again: Plan): boolean =>
  isDeepStrictEqual(essenceOf(again), essenceOf(plan)) &&
  again.confirmations.every((asked) => isAgreedTo(asked, plan))

/** Without the sizes of copies, which grow by themselves. */
const essenceOf = ({ targets, assumes, steps }: Plan) => ({
  targets,
  assumes,
  steps: steps.map((step) => ('expectedBytes' in step ? { ...step, expectedBytes: null } : step)),
})

/** Connections come and go by themselves. */
const isAgreedTo = (asked: Confirmation, plan: Plan): boolean =>
  asked.reason === 'cuts-connections' ||
  plan.confirmations.some((agreed) => whatIsAsked([agreed]) === whatIsAsked([asked]))

import type { z } from 'zod'
import type { ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { TextParams } from '../../../shared/i18n/text.ts'
import type { Plan } from '../plan/plan.ts'
import type { World, WorldBase, WorldNeeds } from './world.ts'

/** The state of things forbids it; nothing was changed. `code` has a sentence and a hint. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly params: TextParams
}

export type Planned = { readonly kind: 'plan'; readonly plan: Plan } | Refusal

/**
 * Something a user can ask for: a schema of parameters, what must be looked at, and a pure function to a plan.
 *
 * Every face builds its flags and fields from `params`; `plan` never throws for anything a user may have done.
 */
export interface Operation<Schema extends z.ZodType = z.ZodType> {
  readonly id: string
  readonly params: Schema
  needs(params: z.output<Schema>, base: WorldBase): WorldNeeds
  plan(params: z.output<Schema>, world: World): Planned
}

/** Keeps the parameters' type while the operation is written. */
export function defineOperation<Schema extends z.ZodType>(operation: Operation<Schema>): Operation<Schema> {
  return operation
}

export const refuse = (code: ErrorCode, params: TextParams = {}): Refusal => ({
  kind: 'refused',
  code,
  params,
})

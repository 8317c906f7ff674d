import { type } from '@orpc/contract'
import { z } from 'zod'
import type { TextParams } from '../i18n/text.ts'
import type { ErrorCode } from '../errors/pgtandem-error.ts'
import { isInstanceName } from '../model/instance-name.ts'
import type { PlanPreview } from '../model/plan-preview.ts'
import { procedure } from './base.ts'

/** The operation's own schema checks `params`; what does not fit is a refusal that names the parameter. */
export const operationRequest = z.object({
  operation: z.string().max(40),
  params: z.record(z.string(), z.unknown()),
})

/** A plan stays with the core: the window gets its number and what a person reads, and can run nothing else. */
export type PlanAnswer =
  | { readonly kind: 'plan'; readonly planId: string; readonly preview: PlanPreview }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly params: TextParams
      /** The parameter it concerns, where it is one; null: the state of things. */
      readonly parameter: string | null
    }

/** `changed-world`: nothing was done; here is what the plan would be now. */
export type RunAnswer =
  | { readonly kind: 'started'; readonly job: string }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'changed-world'; readonly answer: PlanAnswer }

/** The name becomes part of a path. */
const userOfInstance = z.object({
  name: z.string().refine(isInstanceName),
  user: z.string().min(1).max(63),
})

const planId = z.string().max(64)

export const operationsContract = {
  /** Changes nothing, so a form may ask at every keystroke. */
  plan: procedure.input(operationRequest).output(type<PlanAnswer>()),
  /** The plan as a script that does by hand whatever can be done by hand. */
  script: procedure
    .input(z.object({ planId, shell: z.enum(['cmd', 'sh']), language: z.enum(['en', 'zh-CN']) }))
    .output(type<{ readonly fileName: string; readonly text: string }>()),
  /** Having asked for a plan's number is the agreement to its confirmations; it runs on when the window is closed. */
  run: procedure.input(z.object({ planId })).output(type<RunAnswer>()),
  /** Plans and runs in one: what the tray and a plain button do where nothing needs agreement. */
  doNow: procedure.input(operationRequest).output(type<RunAnswer | PlanAnswer>()),
  /** Puts a user's password where an operation will look for it; the name need not belong to an instance yet. */
  storePassword: procedure.input(userOfInstance.extend({ password: z.string().max(1024) })),
  /** Takes that back, unless the name belongs to an instance by now. */
  forgetPassword: procedure.input(userOfInstance),
}

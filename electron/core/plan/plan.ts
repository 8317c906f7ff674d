import type { Text } from '../../../shared/i18n/text.ts'
import type { InstanceRole, InstanceState } from '../../../shared/model/instance-status.ts'
import type { Confirmation } from '../../../shared/model/plan-preview.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { Step } from './steps/step.ts'

export type { Confirmation }

/**
 * What a plan takes for granted. The runner plans again just before the first step; where the assumptions of the
 * two plans differ the world has changed, and the new plan is handed back instead.
 */
export type Assumption =
  | {
      readonly kind: 'instance'
      readonly instance: string
      readonly state: InstanceState
      readonly role: InstanceRole
      readonly systemIdentifier: string | null
    }
  | { readonly kind: 'name-free'; readonly name: string }
  | { readonly kind: 'port-free'; readonly port: number }
  | { readonly kind: 'path-absent'; readonly path: string }
  | { readonly kind: 'slot-absent'; readonly instance: string; readonly slot: string }

/** The steps an operation will take, as plain JSON: previewed, exported, run and journalled. Holds no secret. */
export interface Plan {
  readonly operation: string
  /** The parameters it was made from: planning again with them gives the same plan in the same world. */
  readonly params: unknown
  /** Every instance a step names, existing or about to exist. */
  readonly targets: Readonly<Record<string, InstanceTarget>>
  readonly assumes: readonly Assumption[]
  readonly confirmations: readonly Confirmation[]
  /** Things worth knowing that need no agreement, such as comments that ALTER SYSTEM will lose. */
  readonly notices: readonly Text[]
  /** Empty: it is already so. */
  readonly steps: readonly Step[]
}

/** The names a plan needs for itself while it runs: those it acts on. */
export function instancesOf(plan: Pick<Plan, 'targets'>): string[] {
  return Object.keys(plan.targets).sort()
}

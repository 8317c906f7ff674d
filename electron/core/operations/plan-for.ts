import type { Text } from '../../../shared/i18n/text.ts'
import type { Assumption, Confirmation } from '../plan/plan.ts'
import { numberSteps, type StepDraft } from '../plan/steps/step.ts'
import type { Planned } from './operation.ts'
import type { InstanceFacts } from './world.ts'

export interface PlanParts {
  readonly drafts: readonly StepDraft[]
  readonly confirmations?: readonly Confirmation[]
  readonly notices?: readonly Text[]
  readonly assumes?: readonly Assumption[]
  /** Other instances that steps name. */
  readonly others?: readonly InstanceFacts[]
}

/** A plan about an instance that exists: it assumes that this one, and the others it names, stay as they were seen. */
export function planFor(
  operation: string,
  params: unknown,
  instance: InstanceFacts,
  parts: PlanParts,
): Planned {
  const all = [instance, ...(parts.others ?? [])]
  return {
    kind: 'plan',
    plan: {
      operation,
      params,
      targets: Object.fromEntries(all.map(({ entry, target }) => [entry.name, target])),
      assumes: [...all.map(assumed), ...(parts.assumes ?? [])],
      confirmations: parts.drafts.length === 0 ? [] : (parts.confirmations ?? []),
      notices: parts.notices ?? [],
      steps: numberSteps(parts.drafts),
    },
  }
}

/** That an instance is what it was when the plan was made. */
export const assumed = ({ entry, state, role, systemIdentifier }: InstanceFacts): Assumption => ({
  kind: 'instance',
  instance: entry.name,
  state,
  role,
  systemIdentifier,
})

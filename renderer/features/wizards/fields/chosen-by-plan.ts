import type { PlanPreview } from '../../../../shared/model/plan-preview.ts'

/** What the core chose for fields that were left empty; null where the plan chooses none. */
export interface ChosenByPlan {
  readonly port: number | null
  readonly dataDir: string | null
}

/** Reads off a plan which port and folder a new instance would get: it assumes that they are free. */
export function chosenByPlan(preview: PlanPreview | null): ChosenByPlan {
  const assumes = preview?.assumes ?? []
  return {
    port: assumes.flatMap(portOf)[0] ?? null,
    dataDir: assumes.flatMap(pathOf)[0] ?? null,
  }
}

const isAssumed = (one: unknown, kind: string): one is Readonly<Record<string, unknown>> =>
  typeof one === 'object' && one !== null && 'kind' in one && one.kind === kind

const portOf = (one: unknown): number[] =>
  isAssumed(one, 'port-free') && typeof one['port'] === 'number' ? [one['port']] : []

const pathOf = (one: unknown): string[] =>
  isAssumed(one, 'path-absent') && typeof one['path'] === 'string' ? [one['path']] : []

import { randomUUID } from 'node:crypto'
import type { Plan } from '../../core/plan/plan.ts'

/** Plans that were shown and may be run: a window names one by its id, and can make none of its own. */
export interface PlanShelf {
  put(plan: Plan): string
  get(id: string): Plan | undefined
}

/** Keeps the newest `capacity` plans; a form that plans at every keystroke leaves many behind. */
export function createPlanShelf(capacity = 200): PlanShelf {
  const plans = new Map<string, Plan>()
  return {
    put(plan) {
      const id = randomUUID()
      plans.set(id, plan)
      const [oldest] = plans.keys()
      if (plans.size > capacity && oldest !== undefined) plans.delete(oldest)
      return id
    },
    get: (id) => plans.get(id),
  }
}

import { useCallback, useEffect, useState } from 'react'

/** What there is to try, in the order in which one understands the next. */
export const stepIds = ['insert', 'refused', 'pause', 'load', 'link', 'stop'] as const
export type StepId = (typeof stepIds)[number]

export interface Ticks {
  readonly done: ReadonlySet<StepId>
  /** May be told again and again. */
  readonly tick: (step: StepId) => void
}

/** What has been tried with a pair; remembered until the window is closed. */
export function useTicks(pair: string): Ticks {
  const place = `pgtandem-playground ${pair}`
  const [done, setDone] = useState<ReadonlySet<StepId>>(() => readTicks(window.sessionStorage.getItem(place)))
  useEffect(() => window.sessionStorage.setItem(place, [...done].join(' ')), [place, done])
  const tick = useCallback(
    (step: StepId) => setDone((before) => (before.has(step) ? before : new Set([...before, step]))),
    [],
  )
  return { done, tick }
}

/** Steps as they were kept; whatever is no step is passed over. Pure. */
export function readTicks(kept: string | null): ReadonlySet<StepId> {
  const words = kept?.split(' ') ?? []
  return new Set(stepIds.filter((step) => words.includes(step)))
}

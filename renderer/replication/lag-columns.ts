import type { ReplicationSample } from '../../shared/model/replication.ts'
import { newestOf, type SampleWindow, since } from './sample-window.ts'

export type LagField = 'lagBytes' | 'lagSeconds'

/** What a chart is drawn from: moments (seconds since 1970), and for each instance a value for each of them. */
export interface LagColumns {
  readonly times: readonly number[]
  /** null: not known then. undefined: no sample of this instance at that moment. */
  readonly series: readonly (readonly (number | null | undefined)[])[]
}

/** The samples of the last `spanMs`, side by side. Pure. */
export function lagColumns(
  window: SampleWindow,
  names: readonly string[],
  { field, spanMs }: { readonly field: LagField; readonly spanMs: number },
): LagColumns {
  const lists = recent(window, names, spanMs)
  const moments = [...new Set(lists.flatMap((list) => list.map(({ atMs }) => atMs)))].sort((a, b) => a - b)
  return {
    times: moments.map((atMs) => atMs / 1000),
    series: lists.map((list) => {
      const byMoment = new Map(list.map((sample) => [sample.atMs, sample[field]]))
      return moments.map((atMs) => byMoment.get(atMs))
    }),
  }
}

/** The greatest lag of each instance in one stretch of time; null where nothing is known of it. */
export interface LagRow {
  readonly fromMs: number
  readonly toMs: number
  readonly lags: readonly { readonly lagBytes: number | null; readonly lagSeconds: number | null }[]
}

/** The last `spanMs` in equal stretches, newest first; stretches without any sample are left out. Pure. */
export function lagRows(
  window: SampleWindow,
  names: readonly string[],
  { spanMs, stretches }: { readonly spanMs: number; readonly stretches: number },
): readonly LagRow[] {
  const lists = recent(window, names, spanMs)
  const endMs = newestOf(lists)
  const stepMs = spanMs / stretches
  return Array.from({ length: stretches }, (_, index) => endMs - index * stepMs).flatMap((toMs) => {
    const fromMs = toMs - stepMs
    const inside = lists.map((list) => list.filter(({ atMs }) => atMs > fromMs && atMs <= toMs))
    if (inside.every((list) => list.length === 0)) return []
    const lags = inside.map((list) => ({
      lagBytes: greatest(list, 'lagBytes'),
      lagSeconds: greatest(list, 'lagSeconds'),
    }))
    return [{ fromMs, toMs, lags }]
  })
}

/** The newest and the greatest known value of one instance in the last `spanMs`. Pure. */
export function lagExtent(
  window: SampleWindow,
  name: string,
  { field, spanMs }: { readonly field: LagField; readonly spanMs: number },
): { readonly now: number | null; readonly most: number | null } {
  const [list = []] = recent(window, [name], spanMs)
  return { now: list.at(-1)?.[field] ?? null, most: greatest(list, field) }
}

function recent(
  window: SampleWindow,
  names: readonly string[],
  spanMs: number,
): readonly (readonly ReplicationSample[])[] {
  const lists = names.map((name) => window[name] ?? [])
  const fromMs = newestOf(lists) - spanMs
  return lists.map((list) => since(list, fromMs))
}

function greatest(samples: readonly ReplicationSample[], field: LagField): number | null {
  const known = samples.flatMap((sample) => sample[field] ?? [])
  return known.length === 0 ? null : Math.max(...known)
}

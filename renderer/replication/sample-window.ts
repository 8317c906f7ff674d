import type { ReplicationSample, SampleBatch } from '../../shared/model/replication.ts'

/** What a page remembers of the lag: an hour of it. */
export const KEPT_MS = 3_600_000

/** Samples by instance, oldest first. */
export type SampleWindow = Readonly<Record<string, readonly ReplicationSample[]>>

/**
 * The window with a batch added, and without what is older than an hour before its newest sample. Pure.
 *
 * A stream that begins anew sends what it remembers again: only what is newer than the newest known is taken.
 */
export function addSamples(window: SampleWindow, { samples }: SampleBatch): SampleWindow {
  const names = new Set([...Object.keys(window), ...Object.keys(samples)])
  const merged = [...names].map((name) => {
    const before = window[name] ?? []
    const newestMs = before.at(-1)?.atMs ?? 0
    return [name, [...before, ...(samples[name] ?? []).filter(({ atMs }) => atMs > newestMs)]] as const
  })
  const oldestMs = newestOf(merged.map(([, list]) => list)) - KEPT_MS
  return Object.fromEntries(merged.map(([name, list]) => [name, since(list, oldestMs)]))
}

/** When the newest of all samples was taken (ms since 1970); 0 when there is none. */
export const newestOf = (lists: readonly (readonly ReplicationSample[])[]): number =>
  Math.max(0, ...lists.map((list) => list.at(-1)?.atMs ?? 0))

/** The samples from a moment on. */
export function since(samples: readonly ReplicationSample[], fromMs: number): readonly ReplicationSample[] {
  const first = samples.findIndex(({ atMs }) => atMs >= fromMs)
  return first === 0 ? samples : first === -1 ? [] : samples.slice(first)
}

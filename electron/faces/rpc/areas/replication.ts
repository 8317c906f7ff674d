import { isDeepStrictEqual } from 'node:util'
import type { ReplicationDetails, SampleBatch } from '../../../../shared/model/replication.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { LiveFeed } from '../../../core/live/live-feed.ts'
import { createTopic } from '../../../core/live/topic.ts'
import { replicationDetails } from '../../../core/monitor/replication-details.ts'
import { bound } from '../base.ts'

const { replication: area } = bound
const MIN_GAP_MS = 200

export const replication = area.router({
  samples: area.samples.handler(({ input, context, signal }) =>
    followSamples(input.names, context.live, signal ?? new AbortController().signal),
  ),
  details: area.details.handler(({ input, context, signal }) =>
    followDetails(input.name, context.live, signal ?? new AbortController().signal),
  ),
})

async function* followSamples(
  names: readonly string[],
  live: LiveFeed,
  signal: AbortSignal,
): AsyncGenerator<SampleBatch, void, undefined> {
  const sentUpTo = new Map<string, number>()
  for await (const _ of looks(live, signal)) {
    const samples = Object.fromEntries(
      names.flatMap((name) => {
        const before = sentUpTo.get(name) ?? 0
        const fresh = live.history(name).filter(({ atMs }) => atMs > before)
        const last = fresh.at(-1)
        if (last === undefined) return []
        sentUpTo.set(name, last.atMs)
        return [[name, fresh.map(({ atMs, lagBytes, lagSeconds }) => ({ atMs, lagBytes, lagSeconds }))]]
      }),
    )
    if (Object.keys(samples).length > 0) yield { samples }
  }
}

async function* followDetails(
  name: string,
  live: LiveFeed,
  signal: AbortSignal,
): AsyncGenerator<ReplicationDetails, void, undefined> {
  let sent: ReplicationDetails | undefined
  for await (const _ of looks(live, signal)) {
    const all = live.observations()
    if (all === null) continue
    const upstream = all.find(({ entry }) => entry.name === name)
    if (upstream === undefined) throw new PgTandemError('unknown-instance', { name })
    const details = replicationDetails(upstream, all)
    if (!isDeepStrictEqual(details, sent)) yield details
    sent = details
  }
}

/** At once, then after each poll, at most five times a second. */
async function* looks(live: LiveFeed, signal: AbortSignal): AsyncGenerator<void, void, undefined> {
  while (!signal.aborted) {
    const seen = live.news.version()
    yield
    await live.news.wait(seen, signal)
    await createTopic().wait(0, signal, MIN_GAP_MS)
  }
}

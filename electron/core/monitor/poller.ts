import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceStatus } from '../../../shared/model/instance-status.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import { createHistory, type History } from './history.ts'
import { inspectInstance, type Inspection } from './inspect-instance.ts'
import type { Observation } from './observation.ts'
import { observeInstance } from './observe-instance.ts'
import { composeStatuses, type MonitorServices } from './status.ts'

/** What one round of polling saw. */
export interface Snapshot {
  /** ISO, UTC. */
  readonly at: string
  readonly instances: readonly InstanceStatus[]
  /** Of the same instances, in the same order. */
  readonly entries: readonly CatalogueEntry[]
  /** What they were made from, in the same order. */
  readonly observations: readonly Observation[]
  /** Of this watch, for charts. */
  readonly history: History
}

export interface WatchOptions {
  /** Between the ends of two rounds; default 1000. */
  readonly intervalMs?: number
  /** How often files, settings and logs are read again for the diagnosis; default 5000. */
  readonly detailsEveryMs?: number
  readonly signal: AbortSignal
  readonly onSnapshot: (snapshot: Snapshot) => void
  /** Called once with what makes it look at once: when a job has ended, say. */
  readonly onReady?: (lookNow: () => void) => void
}

interface Watched {
  session: Session | undefined
  inspection: Inspection | undefined
  detailsAtMs: number
}

/**
 * Watches every instance of the catalogue until `signal` is aborted; resolves then, all its sessions closed.
 *
 * Keeps one idle session for each running instance (application_name `pgtandem`), so that a poll is one query and a
 * killed server, whose connection closes at once, is polled again at once. Instances that come and go are followed.
 * Rejects only when the catalogue cannot be read.
 */
export async function watchStatus(services: MonitorServices, options: WatchOptions): Promise<void> {
  const { intervalMs = 1000, detailsEveryMs = 5000, signal, onSnapshot } = options
  const watched = new Map<string, Watched>()
  const history = createHistory()
  const { readKnownVersion } = services
  const alarm = createAlarm(signal)
  options.onReady?.(() => alarm.ring())
  try {
    while (!signal.aborted) {
      const entries = await services.catalogue.list()
      await forgetOthers(watched, history, entries)
      const inspections = await Promise.all(
        entries.map((entry) =>
          poll(entry, watched, { detailsEveryMs, readKnownVersion, onLost: () => alarm.ring() }),
        ),
      )
      await leaveStopping(watched, inspections)
      if (signal.aborted) break
      const instances = composeStatuses(inspections)
      const atMs = Date.now()
      for (const status of instances) history.add(status.name, { atMs, ...pointOf(status) })
      const observations = inspections.map(({ observation }) => observation)
      onSnapshot({ at: new Date(atMs).toISOString(), instances, entries, observations, history })
      await alarm.wait(intervalMs)
    }
  } finally {
    await Promise.all(
      [...watched.values()].map(async ({ session }) => session?.close().catch(() => undefined)),
    )
  }
}

const pointOf = ({ role, walLsn, replayLsn, lagBytes, lagSeconds }: InstanceStatus) => ({
  lsn: role === 'primary' ? walLsn : replayLsn,
  lagBytes,
  lagSeconds,
})

async function forgetOthers(
  watched: Map<string, Watched>,
  history: History,
  entries: readonly CatalogueEntry[],
): Promise<void> {
  const names = new Set(entries.map(({ name }) => name))
  for (const [name, { session }] of watched) {
    if (names.has(name)) continue
    watched.delete(name)
    history.forget(name)
    await session?.close().catch(() => undefined)
  }
}

/** A smart stop, whoever asked for it, waits for every session; not for ours. */
async function leaveStopping(
  watched: Map<string, Watched>,
  inspections: readonly Inspection[],
): Promise<void> {
  for (const { observation } of inspections) {
    if (observation.files.state === 'stopping')
      await watched
        .get(observation.entry.name)
        ?.session?.close()
        .catch(() => undefined)
  }
}

interface PollOptions extends Pick<MonitorServices, 'readKnownVersion'> {
  readonly detailsEveryMs: number
  readonly onLost: () => void
}

async function poll(
  entry: CatalogueEntry,
  all: Map<string, Watched>,
  options: PollOptions,
): Promise<Inspection> {
  const mine = all.get(entry.name) ?? { session: undefined, inspection: undefined, detailsAtMs: 0 }
  all.set(entry.name, mine)
  const noticeEnd = async (session: Session): Promise<void> => {
    const end = await session.closed
    if (mine.session === session) mine.session = undefined
    if (end.kind === 'lost') options.onLost()
  }
  const onSession = (session: Session): void => {
    mine.session = session
    void noticeEnd(session)
  }
  const session = mine.session
  const { readKnownVersion } = options
  const due = mine.inspection === undefined || Date.now() - mine.detailsAtMs >= options.detailsEveryMs
  if (!due && mine.inspection !== undefined) {
    const before = mine.inspection
    const observation = await observeInstance(entry, { session, onSession, readKnownVersion, fast: true })
    if (looksAlike(observation, before.observation)) {
      const settings = { ...before.observation.files.settings, ...observation.files.settings }
      mine.inspection = {
        ...before,
        observation: { ...observation, files: { ...observation.files, settings } },
      }
      return mine.inspection
    }
  }
  mine.inspection = await inspectInstance(entry, { session: mine.session, onSession, readKnownVersion })
  mine.detailsAtMs = Date.now()
  return mine.inspection
}

/** Nothing has changed of which the details could tell more. */
function looksAlike(now: Inspection['observation'], before: Inspection['observation']): boolean {
  return (
    now.files.state === before.files.state &&
    now.files.pid === before.files.pid &&
    now.server?.inRecovery === before.server?.inRecovery &&
    now.server?.walReceiver?.status === before.server?.walReceiver?.status
  )
}

/** A pause that a lost connection or the end of the watch cuts short. */
function createAlarm(signal: AbortSignal): { ring(): void; wait(ms: number): Promise<void> } {
  let rung = false
  let wake: (() => void) | undefined
  const ring = (): void => {
    rung = true
    wake?.()
  }
  signal.addEventListener('abort', ring, { once: true })
  return {
    ring,
    wait: async (ms) => {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, ms)
        })
        clearTimeout(timer)
        wake = undefined
      }
      rung = false
    },
  }
}

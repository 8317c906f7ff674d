import { isDeepStrictEqual } from 'node:util'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceView, LiveState, StateChange, StateEvent } from '../../../shared/model/live-state.ts'
import type { Core } from '../core.ts'
import type { HistoryPoint } from '../monitor/history.ts'
import type { Observation } from '../monitor/observation.ts'
import type { Snapshot } from '../monitor/poller.ts'
import type { SettingsStore } from '../settings-store.ts'
import type { JobHost } from './job-host.ts'
import { createTopic, type Topic } from './topic.ts'

/** The one picture of everything that all windows and the tray share. */
export interface LiveFeed {
  current(): LiveState
  /** Bumped when any part of it changes. */
  readonly news: Topic
  /** A snapshot, then what changed since, as fast as it is taken but at most every `MIN_GAP_MS`. Ends with `signal`. */
  follow(signal: AbortSignal): AsyncGenerator<StateEvent, void, undefined>
  /** The remembered moments of an instance, oldest first. */
  history(name: string): readonly HistoryPoint[]
  /** What the newest poll saw of all instances; null before the first. */
  observations(): readonly Observation[] | null
  /** Looks at the servers and jobs at once. */
  refresh(): void
  close(): Promise<void>
}

const MIN_GAP_MS = 200
/** Even when nothing happens: a page that hears nothing for longer says that it is out of date. */
const HEARTBEAT_MS = 2000

interface Sources {
  readonly core: Pick<Core, 'watch' | 'listJobs'>
  readonly jobs: JobHost
  readonly settings: SettingsStore
  /** Of the poll; default 1000. */
  readonly intervalMs?: number
  /** The catalogue cannot be read. */
  readonly onError: (error: unknown) => void
}

/** Watches the servers from now on, once for all windows. */
export function openLiveFeed({ core, jobs, settings, intervalMs, onError }: Sources): LiveFeed {
  const closing = new AbortController()
  const news = createTopic()
  let lookNow: (() => void) | undefined
  let snapshot: Snapshot | undefined
  let state: LiveState = { at: null, instances: [], jobs: [], settings: settings.current() }

  const update = (part: Partial<LiveState>): void => {
    state = { ...state, ...part }
    news.bump()
  }
  const readJobs = async (): Promise<void> => {
    const open = (await core.listJobs('open')).filter(({ state: is }) => is !== 'done' && is !== 'undone')
    if (!isDeepStrictEqual(open, state.jobs)) update({ jobs: open })
  }
  const watch = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await core
        .watch({
          signal: closing.signal,
          ...(intervalMs === undefined ? {} : { intervalMs }),
          onReady: (look) => {
            lookNow = look
          },
          onSnapshot: (seen) => {
            snapshot = seen
            update({ at: seen.at, instances: viewsOf(seen, state.instances) })
            void readJobs().catch(onError)
          },
        })
        .catch(onError)
      await news.wait(news.version(), closing.signal, HEARTBEAT_MS)
    }
  }
  const followTurns = async (): Promise<void> => {
    let seen = -1
    while (!closing.signal.aborted) {
      await jobs.turns.wait(seen, closing.signal)
      seen = jobs.turns.version()
      await readJobs().catch(onError)
      lookNow?.()
    }
  }
  const stopListening = settings.onChange((changed) => update({ settings: changed }))
  const watching = Promise.all([watch(), followTurns()])

  return {
    current: () => state,
    news,
    history: (name) => snapshot?.history.points(name) ?? [],
    observations: () => snapshot?.observations ?? null,
    refresh: () => lookNow?.(),
    async *follow(signal) {
      let seen = news.version()
      let sent = state
      yield { kind: 'snapshot', state: sent }
      while (!signal.aborted && !closing.signal.aborted) {
        await news.wait(seen, signal, HEARTBEAT_MS)
        if (signal.aborted) return
        seen = news.version()
        const now = state
        yield changeBetween(sent, now)
        sent = now
        await pause(MIN_GAP_MS, signal)
      }
    },
    async close() {
      stopListening()
      closing.abort()
      news.bump()
      await watching
    },
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => createTopic().wait(0, signal, ms)

/** What was observed, with what the catalogue knows; an instance that looks as before keeps its identity. */
function viewsOf({ instances, entries }: Snapshot, before: readonly InstanceView[]): readonly InstanceView[] {
  const old = new Map(before.map((view) => [view.name, view]))
  return instances.map((status, index) => {
    const entry = entries[index]
    if (entry === undefined) throw new Error('a status without its catalogue entry')
    const view = { ...status, entry: publicPart(entry) }
    const same = old.get(view.name)
    return same !== undefined && isDeepStrictEqual(same, view) ? same : view
  })
}

function publicPart(entry: CatalogueEntry): InstanceView['entry'] {
  const {
    name: _name,
    dataDir: _dataDir,
    port: _port,
    upstream: _upstream,
    passfile: _passfile,
    ...rest
  } = entry
  return rest
}

const namesOf = ({ instances }: LiveState): readonly string[] => instances.map(({ name }) => name)

/** What a window that has `before` must hear to have `now`. Pure. */
export function changeBetween(before: LiveState, now: LiveState): StateChange {
  const known = new Set<InstanceView>(before.instances)
  const changed = now.instances.filter((view) => !known.has(view))
  return {
    kind: 'change',
    at: now.at,
    ...(changed.length === 0 ? {} : { instances: changed }),
    ...(isDeepStrictEqual(namesOf(before), namesOf(now)) ? {} : { order: namesOf(now) }),
    ...(now.jobs === before.jobs ? {} : { jobs: now.jobs }),
    ...(now.settings === before.settings ? {} : { settings: now.settings }),
  }
}

import type { JobReport } from '../../../../shared/model/job-report.ts'
import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'

/** Something that a person who does not look at the window wants to hear. */
export type Notice =
  | { readonly kind: 'lost-primary'; readonly name: string; readonly upstream: string }
  | { readonly kind: 'crashed'; readonly name: string }
  | {
      readonly kind: 'job-done' | 'job-failed' | 'job-undone'
      readonly job: string
      readonly operation: string
      readonly instances: readonly string[]
    }

/** All that is known at one moment. */
export interface Seen {
  readonly state: Pick<LiveState, 'at' | 'instances' | 'jobs'>
  /** Jobs of this process, with those that have ended. */
  readonly reports: readonly JobReport[]
  readonly windowVisible: boolean
}

/** How long after a job has ended a change is still its doing: the servers are looked at once a second. */
const AFTERMATH_MS = 5000

/**
 * What happened between two moments. Pure.
 *
 * What a job did on purpose is no news: a server that was stopped has not crashed, and its standbys know why.
 * Before the first look at the servers nothing is news.
 */
export function noticesBetween(before: Seen, after: Seen): readonly Notice[] {
  const meddled = meddledWith(before, after)
  const old = new Map(before.state.instances.map((view) => [view.name, view]))
  const ofServers =
    before.state.at === null
      ? []
      : after.state.instances.flatMap((now) => serverNotice(old.get(now.name), now, meddled))
  return [...ofServers, ...(after.windowVisible ? [] : jobNotices(before, after))]
}

function serverNotice(
  was: InstanceView | undefined,
  now: InstanceView,
  meddled: ReadonlySet<string>,
): readonly Notice[] {
  const { name } = now
  if (was === undefined || meddled.has(name)) return []
  if (wasAlive(was) && now.state === 'crashed') return [{ kind: 'crashed', name }]
  const upstream = now.upstream ?? was.upstream ?? ''
  const lost = isStreaming(was) && now.state === 'running' && now.role === 'standby' && !isStreaming(now)
  return lost && !meddled.has(upstream) ? [{ kind: 'lost-primary', name, upstream }] : []
}

const wasAlive = ({ state }: InstanceView): boolean =>
  state === 'running' || state === 'starting' || state === 'unreachable'

const isStreaming = ({ state, role, walReceiver }: InstanceView): boolean =>
  state === 'running' && role === 'standby' && walReceiver?.status === 'streaming'

/** Instances that a job has in hand, or had a moment ago. */
function meddledWith(before: Seen, after: Seen): ReadonlySet<string> {
  const now = after.state.at === null ? Number.NaN : Date.parse(after.state.at)
  const running = [...before.state.jobs, ...after.state.jobs].filter(({ state }) => state === 'running')
  const recent = [...before.reports, ...after.reports].filter(
    ({ endedAt }) => endedAt === null || now - Date.parse(endedAt) < AFTERMATH_MS,
  )
  return new Set([...running, ...recent].flatMap(({ instances }) => instances))
}

function jobNotices(before: Seen, after: Seen): readonly Notice[] {
  const told = new Set(before.reports.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id))
  return after.reports
    .filter(({ id, endedAt }) => endedAt !== null && !told.has(id))
    .toSorted((one, other) => (one.endedAt ?? '').localeCompare(other.endedAt ?? ''))
    .map(({ id, operation, instances, state }) => ({ kind: kindOf(state), job: id, operation, instances }))
}

function kindOf(state: JobReport['state']): 'job-done' | 'job-failed' | 'job-undone' {
  if (state === 'done') return 'job-done'
  return state === 'undone' ? 'job-undone' : 'job-failed'
}

import type { CatalogueEntry } from './catalogue-entry.ts'
import type { InstanceStatus } from './instance-status.ts'
import type { JobSummary } from './job.ts'
import type { Settings } from './settings.ts'

/** What a window shows of one instance: what was observed, and what only the catalogue knows. */
export interface InstanceView extends InstanceStatus {
  readonly entry: Omit<CatalogueEntry, 'name' | 'dataDir' | 'port' | 'upstream' | 'passfile'>
}

/** All that every window shows. */
export interface LiveState {
  /** When the servers were last looked at; ISO, UTC. Null: not yet. */
  readonly at: string | null
  /** In the catalogue's order. */
  readonly instances: readonly InstanceView[]
  /** Running, failed and interrupted ones. */
  readonly jobs: readonly JobSummary[]
  readonly settings: Settings
}

/** A part that is left out has not changed. */
export interface StateChange {
  readonly kind: 'change'
  readonly at: string | null
  /** Those that changed or are new. */
  readonly instances?: readonly InstanceView[]
  /** All names in order, when one came, went or moved. */
  readonly order?: readonly string[]
  readonly jobs?: readonly JobSummary[]
  readonly settings?: Settings
}

export type StateEvent = { readonly kind: 'snapshot'; readonly state: LiveState } | StateChange

/** The state after a change. Pure; instances that did not change keep their identity. */
export function applyStateEvent(state: LiveState | null, event: StateEvent): LiveState | null {
  if (event.kind === 'snapshot') return event.state
  if (state === null) return null
  const { at, instances, order, jobs, settings } = event
  return {
    at,
    instances: mergeInstances(state.instances, instances, order),
    jobs: jobs ?? state.jobs,
    settings: settings ?? state.settings,
  }
}

function mergeInstances(
  before: readonly InstanceView[],
  changed: readonly InstanceView[] | undefined,
  order: readonly string[] | undefined,
): readonly InstanceView[] {
  if (changed === undefined && order === undefined) return before
  const byName = new Map([...before, ...(changed ?? [])].map((view) => [view.name, view]))
  const names = order ?? before.map(({ name }) => name)
  return names.flatMap((name) => byName.get(name) ?? [])
}

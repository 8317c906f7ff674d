import {
  formatSynchronousNames,
  parseSynchronousNames,
  withoutSynchronousName,
  withSynchronousName,
} from '../../postgres/facts/synchronous-names.ts'
import type { Confirmation } from '../plan/plan.ts'
import { waitFor } from '../plan/steps/replication.ts'
import { reloadServer } from '../plan/steps/servers.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { changeSettings, currentSetting } from './change-settings.ts'
import { isRefusal } from './checks.ts'
import { touchesForeignFiles } from './confirmations.ts'
import { refuse, type Refusal } from './operation.ts'
import type { InstanceFacts } from './world.ts'

export interface SynchronousDraft {
  readonly drafts: readonly StepDraft[]
  readonly confirmations: readonly Confirmation[]
}

/** Adds a standby to its primary's synchronous_standby_names, and waits until it counts. */
export function draftSynchronous(
  upstream: InstanceFacts,
  applicationName: string,
  standby: string,
): SynchronousDraft | Refusal {
  if (upstream.role !== 'primary') return refuse('sync-needs-primary', { name: upstream.entry.name, standby })
  const list = namesOf(upstream)
  if (isRefusal(list)) return list
  const value = formatSynchronousNames(withSynchronousName(list, applicationName))
  return draft(upstream, value, {
    kind: 'sync-state',
    upstream: upstream.entry.name,
    applicationName,
    synchronous: true,
    standby,
  })
}

/** Takes a standby out of it, which also frees commits that wait for a standby that is gone. */
export function draftAsynchronous(
  upstream: InstanceFacts,
  applicationName: string,
  standby: string,
): SynchronousDraft | Refusal {
  if (upstream.filesReadable && currentSetting(upstream, 'synchronous_standby_names') === null)
    return { drafts: [], confirmations: [] }
  const list = namesOf(upstream)
  if (isRefusal(list)) return list
  const others = upstream.server?.replication.map((row) => row.applicationName) ?? []
  const value = formatSynchronousNames(withoutSynchronousName(list, applicationName, others))
  return draft(upstream, value, {
    kind: 'sync-state',
    upstream: upstream.entry.name,
    applicationName,
    synchronous: false,
    standby,
  })
}

function namesOf(upstream: InstanceFacts): NonNullable<ReturnType<typeof parseSynchronousNames>> | Refusal {
  const text = currentSetting(upstream, 'synchronous_standby_names') ?? ''
  return (
    parseSynchronousNames(text) ?? refuse('sync-names-unreadable', { name: upstream.entry.name, value: text })
  )
}

type SyncWait = Extract<Parameters<typeof waitFor>[1], { kind: 'sync-state' }>

function draft(
  upstream: InstanceFacts,
  value: string,
  { standby, ...condition }: SyncWait & { readonly standby: string },
): SynchronousDraft | Refusal {
  const settings = changeSettings(upstream, { synchronous_standby_names: value })
  if (isRefusal(settings)) return settings
  if (settings.drafts.length === 0 && !settings.reload) return { drafts: [], confirmations: [] }
  const apply =
    upstream.server === null ? [] : [reloadServer(upstream.entry.name), waitFor(standby, condition)]
  return { drafts: [...settings.drafts, ...apply], confirmations: touchesForeignFiles(upstream) }
}

import type { Text } from '../../../shared/i18n/text.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { Confirmation } from '../plan/plan.ts'
import { dropSlot } from '../plan/steps/replication.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { isRefusal } from './checks.ts'
import { leavesSlot } from './confirmations.ts'
import { refuse, type Refusal } from './operation.ts'
import { draftAsynchronous } from './synchronous-steps.ts'
import type { InstanceFacts, World } from './world.ts'

/** What untying a standby from its upstream comes to. */
export interface Leaving {
  readonly drafts: readonly StepDraft[]
  readonly notices: readonly Text[]
  readonly confirmations: readonly Confirmation[]
  readonly others: readonly InstanceFacts[]
}

const nothing: Leaving = { drafts: [], notices: [], confirmations: [], others: [] }

/**
 * Its name out of synchronous_standby_names, then its slot: a slot that nobody uses keeps WAL until the disk is full. So
 * one that stays, since the upstream is down, has to be agreed to.
 */
export function leaveUpstream({ entry }: InstanceFacts, world: World): Leaving | Refusal {
  const upstream = entry.upstream === null ? undefined : world.instances[entry.upstream]
  if (!upstream) return nothing
  if (upstream.state === 'missing') {
    const { slot } = entry
    return slot === null
      ? nothing
      : {
          ...nothing,
          notices: [{ key: 'notices.slot-kept', params: { slot, upstream: upstream.entry.name } }],
        }
  }
  const isDown = upstream.state === 'stopped' || upstream.state === 'crashed'
  if (!upstream.server && !isDown)
    return refuse('upstream-not-running', { name: entry.name, upstream: upstream.entry.name })
  const names = leaveNames(entry, upstream, world)
  if (isRefusal(names)) return names
  const { slot } = entry
  const hasSlot = upstream.server?.slots.some(({ name }) => name === slot)
  return {
    notices: names.notices,
    confirmations: [...names.confirmations, ...(isDown && slot !== null ? [leavesSlot(upstream, slot)] : [])],
    others: [upstream],
    drafts: [...names.drafts, ...(hasSlot && slot !== null ? [dropSlot(upstream.entry.name, slot)] : [])],
  }
}

/**
 * Takes its name out of synchronous_standby_names. Where the upstream is down that is a change of its files, which its
 * programs look over; one that cannot be changed so is no obstacle, for it may never run again.
 */
function leaveNames(
  { name, applicationName }: CatalogueEntry,
  upstream: InstanceFacts,
  { installations }: World,
): Omit<Leaving, 'others'> | Refusal {
  if (upstream.role !== 'primary' || applicationName === null) return nothing
  const names = draftAsynchronous(upstream, applicationName, name)
  const isWhole = installations.some(({ binDir }) => binDir === upstream.entry.binDir)
  const isStuck = isRefusal(names) || (names.drafts.length > 0 && !isWhole)
  if (upstream.server === null && isStuck) {
    const params = { applicationName, upstream: upstream.entry.name }
    return { ...nothing, notices: [{ key: 'notices.synchronous-name-stays', params }] }
  }
  return isRefusal(names) ? names : { ...names, notices: [] }
}

/** The same for a standby that goes to another upstream, perhaps since this one is gone: what cannot be tidied up is said. */
export function leaveForAnother(standby: InstanceFacts, world: World): Leaving | Refusal {
  const { entry } = standby
  const upstream = entry.upstream === null ? undefined : world.instances[entry.upstream]
  if (!upstream || upstream.server || upstream.state === 'missing') return leaveUpstream(standby, world)
  const { slot } = entry
  return slot === null
    ? nothing
    : {
        ...nothing,
        notices: [{ key: 'notices.slot-stays', params: { slot, upstream: upstream.entry.name } }],
      }
}

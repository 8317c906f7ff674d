import type { Text } from '../../../shared/i18n/text.ts'
import type { Confirmation } from '../plan/plan.ts'
import { dropSlot } from '../plan/steps/replication.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { isRefusal } from './checks.ts'
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

/** Its name out of synchronous_standby_names, then its slot: a slot that nobody uses keeps WAL until the disk is full. */
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
  if (!upstream.server && !(isDown && entry.slot === null))
    return refuse('upstream-not-running', { name: entry.name, upstream: upstream.entry.name })
  const names =
    upstream.role === 'primary' && entry.applicationName !== null
      ? draftAsynchronous(upstream, entry.applicationName, entry.name)
      : { drafts: [], confirmations: [] }
  if (isRefusal(names)) return names
  const hasSlot = entry.slot !== null && upstream.server?.slots.some(({ name }) => name === entry.slot)
  return {
    notices: [],
    confirmations: names.confirmations,
    others: [upstream],
    drafts: [
      ...names.drafts,
      ...(hasSlot && entry.slot !== null ? [dropSlot(upstream.entry.name, entry.slot)] : []),
    ],
  }
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

import { eventIterator, type } from '@orpc/contract'
import type { StateEvent } from '../model/live-state.ts'
import { procedure } from './base.ts'

export const stateContract = {
  /** One snapshot at once, then what changed, at most five times a second and at least every two seconds. */
  watch: procedure.output(eventIterator(type<StateEvent>())),
}

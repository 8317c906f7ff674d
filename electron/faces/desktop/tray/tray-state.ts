import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'

/** All instances in one word. */
export type TrayState = 'well' | 'attention' | 'idle'

/**
 * `attention`: an instance has crashed, cannot be asked or is missing, a finding that is more than a note stands, or a job was left
 * unfinished. `idle`: otherwise, when nothing runs.
 */
export function trayStateOf(state: Pick<LiveState, 'instances' | 'jobs'>): TrayState {
  if (state.instances.some(needsAttention) || hasUnfinishedJobs(state)) return 'attention'
  return state.instances.some(isUp) ? 'well' : 'idle'
}

export const needsAttention = ({ state, findings }: InstanceView): boolean =>
  state === 'crashed' ||
  state === 'unreachable' ||
  state === 'missing' ||
  findings.some(({ severity }) => severity !== 'info')

export const hasUnfinishedJobs = ({ jobs }: Pick<LiveState, 'jobs'>): boolean =>
  jobs.some(({ state }) => state === 'failed' || state === 'interrupted')

export const isUp = ({ state }: Pick<InstanceView, 'state'>): boolean =>
  state === 'running' || state === 'starting' || state === 'stopping'

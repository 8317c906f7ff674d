import type { JobState } from '../../../../shared/model/job.ts'
import type { JobRefusal } from '../../../../shared/model/job-outlook.ts'
import { type JobHistory, passedPointOfNoReturn } from './job-history.ts'

/** Why a job cannot be finished, and why it cannot be taken back; null where it can. */
export interface WaysOn {
  readonly resume: JobRefusal | null
  readonly undo: JobRefusal | null
}

/** What may be done with a job in this state. That a step was begun and did not happen is found out only by trying. */
export function waysOn(history: JobHistory, state: JobState, programVersion: string): WaysOn {
  const neither = refuseBoth(history, state)
  if (neither !== null) return { resume: neither, undo: neither }
  return { resume: refuseResume(history, programVersion), undo: refuseUndo(history) }
}

function refuseBoth({ id: job, owner }: JobHistory, state: JobState): JobRefusal | null {
  if (state === 'running') return { code: 'job-is-running', params: { job, pid: owner.pid } }
  return state === 'failed' || state === 'interrupted' ? null : { code: 'job-has-ended', params: { job } }
}

function refuseResume(history: JobHistory, programVersion: string): JobRefusal | null {
  const { id: job, undoBegun, programVersion: version } = history
  if (undoBegun) return { code: 'job-is-being-undone', params: { job } }
  return version === programVersion ? null : { code: 'job-of-other-version', params: { job, version } }
}

function refuseUndo(history: JobHistory): JobRefusal | null {
  const passed = passedPointOfNoReturn(history)
  return passed?.done === true
    ? { code: 'past-point-of-no-return', params: { job: history.id, step: passed.step.kind } }
    : null
}

import type { Text } from '../i18n/text.ts'
import type { ErrorRecord, JobState } from './job.ts'

/** A step of a job as it stands. */
export interface StepReport {
  readonly id: string
  readonly title: Text
  /** `interrupted`: the program ended while it ran. */
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'interrupted' | 'undone' | 'undo-failed'
  /** Both null before it began. */
  readonly elapsedMs: number | null
  readonly progress: { readonly bytesDone: number; readonly bytesTotal: number | null } | null
  /** The newest last, at most 200. */
  readonly notes: readonly Text[]
  readonly error: ErrorRecord | null
}

/** A job as it stands: what a person sees while it runs and afterwards. */
export interface JobReport {
  readonly id: string
  readonly operation: string
  readonly instances: readonly string[]
  readonly state: JobState
  /** ISO, UTC. */
  readonly startedAt: string
  /** Null while it runs; of an interrupted job: the last that is known of it. */
  readonly endedAt: string | null
  readonly steps: readonly StepReport[]
  readonly undoing: boolean
  readonly cancelling: boolean
  /** Another process works on it: it can be watched, not cancelled. */
  readonly elsewhere: boolean
  readonly canResume: boolean
  readonly canUndo: boolean
  /** Of a failed job. */
  readonly error: ErrorRecord | null
  /** `undone`: all is as it was. `open`: it is neither done nor taken back. Null while it runs and when it is done. */
  readonly aftermath: 'undone' | 'open' | null
}

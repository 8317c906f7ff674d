import type { ErrorCode, ErrorDetails } from '../errors/pgtandem-error.ts'
import type { Text, TextParams } from '../i18n/text.ts'

/**
 * - `interrupted`: it was begun, is not finished, and its process is dead: resume or undo it.
 * - `failed`: it failed and could not be undone, because a point of no return was passed or the undo failed too.
 */
export type JobState = 'running' | 'done' | 'failed' | 'interrupted' | 'undone'

/** One line of `jobs list`. */
export interface JobSummary {
  readonly id: string
  readonly operation: string
  readonly state: JobState
  /** The last step that was begun. */
  readonly step: string | null
  /** Of that step, as its plan has it. */
  readonly stepTitle: Text | null
  /** ISO, UTC. */
  readonly startedAt: string
  readonly instances: readonly string[]
  /** False when this program's version differs from the job's, or nothing is left to do. */
  readonly canResume: boolean
  readonly canUndo: boolean
  /** The journal, when it is damaged: the job can then be neither resumed nor undone. */
  readonly damaged: string | null
}

/** An error as data: it crosses processes, journals and languages. */
export interface ErrorRecord {
  /** `unexpected` for a bug: its message then says what was thrown. */
  readonly code: ErrorCode | 'unexpected'
  readonly params: TextParams
  readonly message: string
  readonly details: ErrorDetails
}

/** News of a job, in the order it happens. Facts, not commands. */
export type JobEvent =
  | {
      readonly kind: 'job-started'
      readonly job: string
      readonly steps: readonly { readonly id: string; readonly title: Text }[]
    }
  | { readonly kind: 'step-started'; readonly step: string; readonly title: Text }
  | {
      readonly kind: 'step-progress'
      readonly step: string
      readonly bytesDone: number
      readonly bytesTotal: number | null
    }
  | { readonly kind: 'step-note'; readonly step: string; readonly text: Text }
  | { readonly kind: 'step-done'; readonly step: string; readonly elapsedMs: number }
  | { readonly kind: 'step-failed'; readonly step: string; readonly error: ErrorRecord }
  | {
      readonly kind: 'undo-started'
      /** In the order in which they are taken back. */
      readonly steps: readonly { readonly id: string; readonly title: Text }[]
    }
  | { readonly kind: 'step-undone'; readonly step: string }
  | { readonly kind: 'undo-failed'; readonly step: string; readonly error: ErrorRecord }

export type JobOutcome =
  | {
      readonly state: 'done'
      readonly job: string
      readonly changed: boolean
      /** What its steps had to say: it is done, but there is something to be seen to. */
      readonly notes: readonly Text[]
    }
  | {
      readonly state: 'failed'
      readonly job: string
      readonly error: ErrorRecord
      readonly step: string
      /** `undone`: all is as it was. `open`: it waits for `jobs resume` or `jobs undo`. */
      readonly aftermath: 'undone' | 'open'
      readonly cancelled: boolean
    }

import type { Text } from '../../../../shared/i18n/text.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import type { ProcessIdentity } from '../../../system/process/identity.ts'
import type { Catalogue } from '../../instances/catalogue.ts'
import type { Step } from '../steps/step.ts'

/** What a step may use while it runs or is undone. */
export interface StepContext {
  readonly home: string
  readonly catalogue: Catalogue
  /** Aborted when the user cancels. Undoing is not cancelled. */
  readonly signal: AbortSignal
  /** True when an earlier run of this step may have done part of its work. */
  readonly resumed: boolean
  readonly target: (instance: string) => InstanceTarget
  /** One session per instance and job, opened when first asked for. */
  readonly session: (instance: string) => Promise<Session>
  /** Before an instance is stopped, and after it was. */
  readonly closeSession: (instance: string) => Promise<void>
  /** Written to the journal before it returns; undo finds it among `before`. */
  readonly remember: (facts: Readonly<Record<string, unknown>>) => Promise<void>
  /** As `remember`, for what no journal may hold. */
  readonly keepSecret: (value: unknown) => Promise<void>
  readonly readSecret: () => Promise<unknown>
  /** Written to the journal before it returns. */
  readonly childStarted: (child: ProcessIdentity) => Promise<void>
  readonly progress: (bytesDone: number, bytesTotal: number | null) => void
  readonly note: (text: Text) => void
  /** The most delicate moment of the step: its effect has begun and is not complete. Tests kill the program here. */
  readonly inside: () => Promise<void>
}

/** What undo must know; plain JSON. */
export type Before = Readonly<Record<string, unknown>>

/**
 * How one kind of step takes effect.
 *
 * `run` may be repeated after it was interrupted anywhere, and `undo` after it was done; both find in `before` what was
 * read ahead of the very first run.
 */
export interface StepRunner<S extends Step> {
  before?(step: S, context: StepContext): Promise<Before>
  run(step: S, context: StepContext, before: Before): Promise<void>
  undo?(step: S, context: StepContext, before: Before): Promise<void>
  /** Of a point of no return: whether it was really passed. Without it, begun counts as passed. */
  hasHappened?(step: S, context: StepContext, before: Before): Promise<boolean>
}

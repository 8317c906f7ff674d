import type { Text } from '../../../../shared/i18n/text.ts'

/**
 * What becomes of a step when its job is undone.
 *
 * - `inverse`: its effect is taken back.
 * - `nothing`: it leaves nothing behind (it waits, or another step's inverse covers it).
 * - `point-of-no-return`: once begun, the job can only be finished; marked in every preview.
 */
export type UndoKind = 'inverse' | 'nothing' | 'point-of-no-return'

export interface StepBase<Kind extends string> {
  /** `01-initdb`: position and kind, unique within its plan and the same whenever the plan is made again. */
  readonly id: string
  readonly kind: Kind
  /** The instance it acts on; null for steps on files that belong to none. */
  readonly instance: string | null
  readonly title: Text
  readonly undo: UndoKind
}

/** What a builder hands out: a step that does not know its place in the plan yet. */
export type Unnumbered<S extends StepBase<string>> = S extends unknown ? Omit<S, 'id'> : never

import type { Text } from '../i18n/text.ts'

/** The guides' checks of a pair, in the order they are made. */
export const checkIds = [
  'processes',
  'control-state',
  'streaming',
  'row-travels',
  'refuses-writes',
  'same-system-identifier',
] as const

export type CheckId = (typeof checkIds)[number]

/** What `verify` found; `detail` is a sentence with the evidence. */
export interface Verification {
  readonly ok: boolean
  readonly checks: readonly { readonly id: CheckId; readonly ok: boolean; readonly detail: Text }[]
}

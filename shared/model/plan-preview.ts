import type { Text } from '../i18n/text.ts'

/** Something the user must agree to first: it cuts connections, loses data or touches files that are not ours. */
export interface Confirmation {
  readonly reason:
    | 'cuts-connections'
    | 'loses-data'
    | 'touches-foreign-files'
    | 'runs-its-commands'
    | 'splits-the-pair'
    | 'opens-to-the-world'
    | 'leaves-slot'
  readonly text: Text
}

/** One step as a person sees it before anything happens: `--dry-run --json` and the wizard's last page. */
export interface StepPreview {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly instance: string | null
  readonly undo: 'inverse' | 'nothing' | 'point-of-no-return'
  /** As one would type it; null where it cannot be done by hand, and then `reason` says why. */
  readonly commands: { readonly cmd: string | null; readonly sh: string | null; readonly reason?: Text }
  /** Unified diffs, passwords hidden. */
  readonly changes: readonly { readonly file: string; readonly diff: string }[]
}

export interface PlanPreview {
  readonly operation: string
  readonly assumes: readonly unknown[]
  /** Things to agree to first, and things worth knowing. */
  readonly confirmations: readonly Confirmation[]
  readonly notices: readonly Text[]
  readonly steps: readonly StepPreview[]
}

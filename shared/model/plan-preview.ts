/** One step as a person sees it before anything happens: `--dry-run --json` and the wizard's last page. */
export interface StepPreview {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly instance: string | null
  readonly undo: 'inverse' | 'nothing' | 'point-of-no-return'
  /** As one would type it; null where it cannot be done by hand, and then `reason` says why. */
  readonly commands: { readonly cmd: string | null; readonly sh: string | null; readonly reason?: string }
  /** Unified diffs, passwords hidden. */
  readonly changes: readonly { readonly file: string; readonly diff: string }[]
}

export interface PlanPreview {
  readonly operation: string
  readonly assumes: readonly unknown[]
  /** Things to agree to first, and things worth knowing. */
  readonly confirmations: readonly string[]
  readonly notices: readonly string[]
  readonly steps: readonly StepPreview[]
}

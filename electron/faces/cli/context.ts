import type { Translator } from '../../../shared/i18n/translate.ts'
import type { Core } from '../../core/core.ts'
import type { GlobalOptions } from './input/global-options.ts'
import type { Prompts } from './input/prompts.ts'
import type { Output } from './output/output.ts'
import type { OtherFaces } from './web-face.ts'

/** What every command is given. */
export interface CommandContext {
  readonly t: Translator
  readonly global: GlobalOptions
  readonly out: Output
  readonly prompts: Prompts
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C. */
  readonly cancel: AbortSignal
  readonly faces: OtherFaces
  /** Opened when first asked for: help needs none. As root, this is where root is given up. */
  core(): Promise<Core>
}

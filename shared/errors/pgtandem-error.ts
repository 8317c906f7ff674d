import type { catalogue } from '../i18n/en/index.ts'
import type { TextParams } from '../i18n/text.ts'

/** Every code that a person or a script may meet; its sentence and hint stand under `errors` in the catalogues. */
export type ErrorCode = keyof (typeof catalogue)['errors']

/** What a failing program or statement said, for the log and for "show details". Never holds a secret. */
export interface ErrorDetails {
  readonly program?: string
  /** Redacted before they get here. */
  readonly args?: readonly string[]
  readonly exitCode?: number | null
  readonly lastLines?: readonly string[]
  readonly logFile?: string
  readonly sqlstate?: string
  readonly instance?: string
  readonly step?: string
}

/**
 * A failure that has a code, and so a sentence and a hint in every language.
 *
 * `message` is English and for logs; faces translate `code` and `params`. Bugs are not this: they throw plainly.
 */
export class PgTandemError extends Error {
  override readonly name = 'PgTandemError'

  constructor(
    readonly code: ErrorCode,
    readonly params: TextParams = {},
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options)
  }
}

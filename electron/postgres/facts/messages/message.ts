import type { Major } from '../../../../shared/model/instance-target.ts'
import type { serverMessages } from '../../../../shared/i18n/en/findings-server-messages.ts'

/** Codes of the messages that are known; their sentences stand under `findings`. */
export type MessageCode = keyof typeof serverMessages

/** One message of PostgreSQL or its programs that tells a cause. */
export interface KnownMessage {
  /** Its number in the list of messages that this program was made from; wordings of one cause share it. */
  readonly id: number
  readonly code: MessageCode
  readonly severity: 'info' | 'warning' | 'error'
  /** English text in every version's wording, its named groups become parameters; null where the symptom has no text. */
  readonly pattern: RegExp | null
  /** The last major that says it. */
  readonly until?: Major
}

/** Shorthand of the tables beside this file. */
export function known(
  id: number,
  code: MessageCode,
  severity: KnownMessage['severity'],
  pattern: RegExp | null,
): KnownMessage {
  return { id, code, severity, pattern }
}

import type { Major } from '../../../../shared/model/instance-target.ts'
import { connectionMessages, replicationMessages } from './replication-messages.ts'
import { recoveryMessages } from './recovery-messages.ts'
import type { KnownMessage, MessageCode } from './message.ts'
import { programMessages, serverStartMessages } from './server-messages.ts'

/** A log line whose cause is known. */
export interface MatchedMessage {
  readonly code: MessageCode
  readonly severity: KnownMessage['severity']
  readonly line: string
  /** What the message names: a slot, a host, a setting; only the parts that this wording has. */
  readonly params: Readonly<Record<string, string>>
}

/** Every known message; the first whose pattern fits a line explains it, so the plain "could not connect" comes last. */
export const knownMessages: readonly KnownMessage[] = [
  ...replicationMessages,
  ...recoveryMessages,
  ...serverStartMessages,
  ...programMessages,
  ...connectionMessages,
]

/**
 * The lines that have a known cause, in their order, at most one cause each.
 *
 * English only: servers and programs are run with LC_ALL=C and lc_messages=C. `major` leaves out what that version cannot say.
 */
export function matchMessages(lines: readonly string[], major?: Major): readonly MatchedMessage[] {
  return lines.flatMap((line) => {
    for (const { code, severity, pattern, until } of knownMessages) {
      if (pattern === null || (major !== undefined && until !== undefined && major > until)) continue
      const match = pattern.exec(line)
      if (match !== null) return [{ code, severity, line, params: present(match.groups) }]
    }
    return []
  })
}

function present(groups: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const found = Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(found)
}

import type { LogLine } from '../../../shared/model/log-line.ts'
import { readLineKind } from '../../postgres/facts/messages/line-kind.ts'
import { matchMessages } from '../../postgres/facts/messages/match-messages.ts'
import { diagnosis } from '../diagnosis/finding.ts'

/** A line of a log with what it is and, where its cause is known, what it means. */
export function explainLogLine(text: string): LogLine {
  const kind = readLineKind(text)
  return { text, kind, known: kind === 'STATEMENT' || kind === 'QUERY' ? null : explain(text) }
}

function explain(text: string): LogLine['known'] {
  const [match] = matchMessages([text])
  if (match === undefined) return null
  const { severity, message, hint } = diagnosis(match.code, match.severity, match.params)
  return { severity, message, hint }
}

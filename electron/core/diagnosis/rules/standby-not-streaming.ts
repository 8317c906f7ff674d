import { matchMessages, type MatchedMessage } from '../../../postgres/facts/messages/match-messages.ts'
import { diagnosis, type Rule } from '../finding.ts'

/**
 * A running standby gets no WAL. If its log says why, that is the finding; "timeline-diverged" is among these: the server
 * says it at level LOG and looks healthy, but will never stream again (facts, A8).
 */
export const standbyNotStreaming: Rule = ({ status, logTail }) => {
  const { name, role, state, walReceiver, upstream } = status
  if (role !== 'standby' || state !== 'running' || walReceiver?.status === 'streaming') return []
  if (upstream === null) return [diagnosis('standby-without-upstream', 'info', { name })]
  const cause = lastCause(matchMessages(logTail, status.major ?? undefined))
  const general = diagnosis('standby-not-streaming', 'warning', { name, upstream })
  if (cause === undefined) return [general]
  return [general, { ...diagnosis(cause.code, cause.severity, cause.params), ...repair(cause, name) }]
}

/** The newest message that is worse than a remark; "cannot connect" only when nothing says more. */
function lastCause(matched: readonly MatchedMessage[]): MatchedMessage | undefined {
  const causes = matched.filter(({ severity }) => severity !== 'info')
  return causes.findLast(({ code }) => code !== 'primary-unreachable') ?? causes.at(-1)
}

const onlyACloneHelps: ReadonlySet<string> = new Set([
  'wal-segment-removed',
  'slot-invalidated',
  'timeline-diverged',
  'timeline-not-a-child',
  'start-point-not-in-history',
])

const repair = ({ code }: MatchedMessage, name: string) =>
  onlyACloneHelps.has(code) ? { fix: { operation: 'reclone', params: { name } } } : {}

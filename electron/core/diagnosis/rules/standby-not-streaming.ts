import type { InstanceState } from '../../../../shared/model/instance-status.ts'
import { matchMessages, type MatchedMessage } from '../../../postgres/facts/messages/match-messages.ts'
import { diagnosis, type Rule } from '../finding.ts'

/**
 * A running standby gets no WAL. If its log says why, that is the finding; "timeline-diverged" is among these: the server
 * says it at level LOG and looks healthy, but will never stream again (facts, A8). What it says of a connection that fails
 * is only repeated where nothing nearer explains it: an upstream that does not run, or a relay that lets nothing through.
 */
export const standbyNotStreaming: Rule = ({ status, entry, relayGone, logTail }, all) => {
  const { name, role, state, walReceiver, upstream } = status
  if (role !== 'standby' || state !== 'running' || walReceiver?.status === 'streaming') return []
  if (upstream === null) return [diagnosis('standby-without-upstream', 'info', { name })]
  const cause = lastCause(matchMessages(logTail, status.major ?? undefined))
  if (cause === undefined || cause.code === 'primary-unreachable') {
    const above = all.find((other) => other.status.name === upstream)
    if (above !== undefined && down.has(above.status.state)) {
      const fix = { operation: 'start', params: { name: upstream } }
      const mends = above.entry.supersededBy === null ? fix : undefined
      return [diagnosis('upstream-not-running', 'warning', { name, upstream }, mends)]
    }
    // One that is gone has a finding of its own.
    if (relayGone) return []
    if (entry.link !== null) {
      const fix = { operation: 'link', params: { standby: name, port: null } }
      return [diagnosis('link-lets-nothing-through', 'warning', { name, upstream }, fix)]
    }
  }
  const general = diagnosis('standby-not-streaming', 'warning', { name, upstream })
  if (cause === undefined) return [general]
  return [general, { ...diagnosis(cause.code, cause.severity, cause.params), ...repair(cause, name) }]
}

const down: ReadonlySet<InstanceState> = new Set(['stopped', 'crashed'])

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

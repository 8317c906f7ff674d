import { diagnosis, type Rule } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** Another standby was promoted in place of its upstream: nothing that is written from then on reaches it. */
export const upstreamSuperseded: Rule = ({ status: { name, role, state, upstream } }, all) => {
  if (role !== 'standby' || upstream === null) return []
  const successor = lastSuccessor(upstream, all)
  if (successor === null || successor === name) return []
  const severity = state === 'running' || state === 'starting' ? 'warning' : 'info'
  const fix = { operation: 'reclone', params: { name, from: successor } }
  return [diagnosis('upstream-superseded', severity, { name, upstream, successor }, fix)]
}

/** The one that took its place, and was not superseded itself; null when nobody did. */
function lastSuccessor(name: string, all: readonly Subject[]): string | null {
  const seen = new Set([name])
  let successor: string | null = null
  for (let at: string | null = name; at !== null;) {
    const next: string | null = all.find(({ status }) => status.name === at)?.entry.supersededBy ?? null
    if (next === null || seen.has(next)) break
    seen.add(next)
    successor = next
    at = next
  }
  return successor
}

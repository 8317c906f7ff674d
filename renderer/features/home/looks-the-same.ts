import type { InstanceView } from '../../../shared/model/live-state.ts'

/** Whether a card or row of both would be the same: what moves with every poll is drawn elsewhere. */
export function looksTheSame(a: InstanceView, b: InstanceView): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.state === b.state &&
      a.role === b.role &&
      a.port === b.port &&
      a.version === b.version &&
      a.upstream === b.upstream &&
      a.entry.supersededBy === b.entry.supersededBy &&
      a.findings.length === b.findings.length &&
      a.findings.every(({ severity }, index) => severity === b.findings[index]?.severity))
  )
}

import type { Observation } from '../../monitor/observation.ts'
import { failed, passed, type CheckResult, type Pair } from './check.ts'

/** Both come from one initdb: their system identifiers are equal and known. */
export function checkSameSystem({ standby, upstream }: Pair): CheckResult {
  const [ours, theirs] = [standby, upstream].map(identifierOf)
  if (ours && ours === theirs)
    return passed({ key: 'verification.same-identifier', params: { identifier: ours } })
  return failed({
    key: 'verification.identifiers-differ',
    params: {
      upstream: upstream.entry.name,
      standby: standby.entry.name,
      upstreamIdentifier: theirs ?? '?',
      standbyIdentifier: ours ?? '?',
    },
  })
}

const identifierOf = ({ files, systemIdentifier }: Observation): string | null =>
  files.systemIdentifier ?? systemIdentifier

import { readControl } from '../../instances/read-instance-files.ts'
import { roleOf } from '../../monitor/upstream.ts'
import { failed, passed, type CheckResult, type Pair } from './check.ts'

/** pg_control says `in production` of a primary and `in archive recovery` of a standby, also of one that is an upstream. */
export async function checkControlState({ standby, upstream }: Pair): Promise<CheckResult> {
  const [upstreamControl, standbyControl] = await Promise.all(
    [upstream, standby].map(({ entry }) => readControl(entry.dataDir)),
  )
  const expected = roleOf(upstream) === 'standby' ? 'in archive recovery' : 'in production'
  const params = {
    upstream: upstream.entry.name,
    standby: standby.entry.name,
    upstreamState: upstreamControl?.state ?? '?',
    standbyState: standbyControl?.state ?? '?',
  }
  return upstreamControl?.state === expected && standbyControl?.state === 'in archive recovery'
    ? passed({ key: 'verification.control-states', params })
    : failed({
        key: 'verification.control-states-wrong',
        params: { ...params, upstreamExpected: expected, standbyExpected: 'in archive recovery' },
      })
}

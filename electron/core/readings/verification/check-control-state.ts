import { readControl } from '../../instances/read-instance-files.ts'
import type { Observation } from '../../monitor/observation.ts'
import { roleOf } from '../../monitor/upstream.ts'
import { failed, passed, type CheckResult, type Pair } from './check.ts'

/**
 * pg_control says `in production` of a primary and `in archive recovery` of a standby, also of one that is an upstream.
 *
 * Of a server whose files this account may not read (a service of another one), that is said, and SQL has to do.
 */
export async function checkControlState({ standby, upstream }: Pair): Promise<CheckResult> {
  const [upstreamState, standbyState] = await Promise.all([upstream, standby].map(readState))
  const upstreamExpected = roleOf(upstream) === 'standby' ? 'in archive recovery' : 'in production'
  const standbyExpected = 'in archive recovery'
  const params = {
    upstream: upstream.entry.name,
    standby: standby.entry.name,
    upstreamState: upstreamState ?? '?',
    standbyState: standbyState ?? '?',
  }
  const fits = (upstreamState ?? upstreamExpected) === upstreamExpected
  if (!fits || (standbyState ?? standbyExpected) !== standbyExpected)
    return failed({
      key: 'verification.control-states-wrong',
      params: { ...params, upstreamExpected, standbyExpected },
    })
  const closed = [upstream, standby].filter(({ files }) => !files.filesReadable)
  return closed.length === 0
    ? passed({ key: 'verification.control-states', params })
    : passed({
        key: 'verification.control-states-closed',
        params: { names: closed.map(({ entry }) => entry.name).join(', ') },
      })
}

/** Null where it is closed to us; `?` where it should be readable and is not. */
const readState = async ({ entry, files }: Observation): Promise<string | null> =>
  files.filesReadable ? ((await readControl(entry.dataDir))?.state ?? '?') : null

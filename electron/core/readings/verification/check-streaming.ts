import { versionFacts } from '../../../postgres/facts/versions.ts'
import { replicationRowOf } from '../../monitor/upstream.ts'
import { failed, passed, type CheckResult, type Pair } from './check.ts'

/** Both sides say `streaming`; up to 9.5 a standby cannot say it, and receives something instead. */
export function checkStreaming({ standby, upstream }: Pair): CheckResult {
  const row = replicationRowOf(standby, upstream)
  const server = standby.server
  const sending = row?.state ?? '–'
  const canTell = versionFacts(standby.target.major).hasPgStatWalReceiver
  const receiving = canTell
    ? (server?.walReceiver?.status ?? '–')
    : server?.receiveLsn == null
      ? '–'
      : 'streaming'
  const params = { upstream: upstream.entry.name, standby: standby.entry.name, sending, receiving }
  return sending === 'streaming' && receiving === 'streaming'
    ? passed({ key: 'verification.streaming', params: { ...params, lsn: server?.receiveLsn ?? '?' } })
    : failed({ key: 'verification.not-streaming', params })
}

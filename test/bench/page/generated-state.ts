import type { WatchOptions } from '../../../electron/core/core.ts'
import { diagnosis } from '../../../electron/core/diagnosis/finding.ts'
import { createHistory } from '../../../electron/core/monitor/history.ts'
import type { Snapshot } from '../../../electron/core/monitor/poller.ts'
import { formatLsn } from '../../../shared/model/lsn.ts'
import type { InstanceStatus, ReplicationRow } from '../../../shared/model/instance-status.ts'
import { entryOf } from '../../helpers/entry-of.ts'
import { instanceStatus, sender } from '../../helpers/instance-views.ts'

const TREES = 5
const STANDBYS_EACH = 9
/** Of one tree: the later ones stream from a standby. */
const DIRECT_STANDBYS = 6
const FIRST_PORT = 5432
const WAL_PER_SECOND = 1_234_567

const history = createHistory()

/**
 * What a poll would see of fifty instances in some second: five primaries with nine standbys each, a third of them in a
 * cascade. All positions and lags move, one standby a second is stopped, and another one's replay is paused. Pure.
 */
export function generatedSnapshot(second: number, at: string): Snapshot {
  const instances = Array.from({ length: TREES }, (_, tree) => treeIn(tree, second)).flat()
  return {
    at,
    instances,
    entries: instances.map(({ name, upstream }) => entryOf(name, { upstream, applicationName: name })),
    observations: [],
    history,
  }
}

/** As the core watches, but over generated instances. */
export async function watchGenerated({ signal, onSnapshot, intervalMs = 1000 }: WatchOptions): Promise<void> {
  let second = 0
  const look = (): void => onSnapshot(generatedSnapshot(second++, new Date().toISOString()))
  look()
  const timer = setInterval(look, intervalMs)
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  clearInterval(timer)
}

function treeIn(tree: number, second: number): readonly InstanceStatus[] {
  const primary = `shop-${tree}`
  const standbys = Array.from({ length: STANDBYS_EACH }, (_, index) => {
    const number = tree * STANDBYS_EACH + index
    const upstream = index < DIRECT_STANDBYS ? primary : `${primary}-standby-${index - DIRECT_STANDBYS}`
    return standbyIn({ name: `${primary}-standby-${index}`, upstream, number, second })
  })
  const replicationOf = (name: string): readonly ReplicationRow[] =>
    standbys.filter(({ upstream, state }) => upstream === name && state === 'running').map(rowOf)
  return [instanceStatus(primary, { port: FIRST_PORT + tree, walLsn: lsnAt(second, 0) }), ...standbys].map(
    (status) => ({ ...status, replication: replicationOf(status.name) }),
  )
}

function standbyIn(of: {
  readonly name: string
  readonly upstream: string
  readonly number: number
  readonly second: number
}): InstanceStatus {
  const { name, upstream, number, second } = of
  const standbys = TREES * STANDBYS_EACH
  const place = { role: 'standby', upstream, port: FIRST_PORT + TREES + number } as const
  if (second % standbys === number) return instanceStatus(name, { ...place, state: 'stopped', pid: null })
  const lagBytes = ((second * 7919 + number * 104_729) % 4096) * 512
  return instanceStatus(name, {
    ...place,
    receiveLsn: lsnAt(second, 0),
    replayLsn: lsnAt(second, lagBytes),
    lagBytes,
    lagSeconds: lagBytes / WAL_PER_SECOND,
    syncState: number % 3 === 0 ? 'sync' : 'async',
    findings: (second + 1) % standbys === number ? [diagnosis('replay-paused', 'warning', { name })] : [],
  })
}

const lsnAt = (second: number, behindBytes: number): string =>
  formatLsn(BigInt(0x10_000_000 + second * WAL_PER_SECOND - behindBytes))

const rowOf = ({ name, receiveLsn, replayLsn, lagSeconds, syncState }: InstanceStatus): ReplicationRow =>
  sender(name, {
    sentLsn: receiveLsn,
    writeLsn: receiveLsn,
    flushLsn: receiveLsn,
    replayLsn,
    replayLag: lagSeconds,
    syncPriority: syncState === 'sync' ? 1 : 0,
    syncState,
  })

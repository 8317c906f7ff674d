import type {
  InstanceStatus,
  ReplicationRow as StatusReplicationRow,
  WalReceiver,
} from '../../../shared/model/instance-status.ts'
import type { ReplicationRow, WalReceiverRow } from '../../postgres/facts/status/parse-status-row.ts'
import { lagOf } from './lag.ts'
import type { Observation } from './observation.ts'
import { findUpstream, replicationRowOf, roleOf, upstreamName } from './upstream.ts'

/** A status before anybody has judged it. */
export type BareStatus = Omit<InstanceStatus, 'findings' | 'evidence'>

/** One instance's status from what one poll saw of all of them. */
export function buildStatus(observation: Observation, all: readonly Observation[]): BareStatus {
  const { entry, files, server } = observation
  const role = roleOf(observation)
  const upstream = findUpstream(observation, all)
  const row = upstream === undefined ? undefined : replicationRowOf(observation, upstream)
  return {
    name: entry.name,
    state: server === null ? files.state : 'running',
    role,
    port: files.port ?? entry.port,
    dataDir: entry.dataDir,
    version:
      server === null
        ? (observation.installedVersion ?? files.version)
        : versionText(server.serverVersionNum),
    major: files.major ?? (server === null ? null : majorOf(server.serverVersionNum)),
    pid: files.pid,
    systemIdentifier: files.systemIdentifier ?? observation.systemIdentifier,
    timeline: server?.timeline ?? files.timeline,
    upstream: upstreamName(observation, all),
    walLsn: server?.currentLsn ?? null,
    receiveLsn: server?.receiveLsn ?? null,
    replayLsn: server?.replayLsn ?? null,
    ...lagOf(observation, upstream, row),
    syncState: row?.syncState ?? null,
    replication: (server?.replication ?? []).map(toReplicationRow),
    walReceiver: server?.walReceiver ? toWalReceiver(server.walReceiver) : null,
  }
}

/** `150018` → `15.18`, `90624` → `9.6.24`. */
function versionText(number: number): string {
  const [first, rest] = [Math.floor(number / 10_000), number % 10_000]
  return first >= 10 ? `${first}.${rest}` : `${first}.${Math.floor(rest / 100)}.${rest % 100}`
}

function majorOf(number: number): number {
  const first = Math.floor(number / 10_000)
  return first >= 10 ? first : first + Math.floor((number % 10_000) / 100) / 10
}

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

function toReplicationRow(row: ReplicationRow): StatusReplicationRow {
  const { pid, usename, clientAddr, clientPort, state, sentLsn, writeLsn, flushLsn, replayLsn } = row
  const { writeLag, flushLag, replayLag, syncPriority, syncState } = row
  return {
    pid,
    usename,
    applicationName: row.applicationName ?? '',
    clientAddr,
    clientPort,
    backendStart: iso(row.backendStart),
    state,
    sentLsn,
    writeLsn,
    flushLsn,
    replayLsn,
    writeLag,
    flushLag,
    replayLag,
    syncPriority,
    syncState,
    replyTime: iso(row.replyTime),
  }
}

function toWalReceiver(row: WalReceiverRow): WalReceiver {
  const { pid, status, writtenLsn, flushedLsn, receivedTli, latestEndLsn, slotName, senderHost, senderPort } =
    row
  return {
    pid,
    status,
    writtenLsn,
    flushedLsn,
    receivedTli,
    lastMsgReceiptTime: iso(row.lastMsgReceiptTime),
    latestEndLsn,
    slotName,
    senderHost,
    senderPort,
  }
}

import type { Text } from '../i18n/text.ts'
import type { Evidence } from './evidence.ts'

/** What an instance does now, from evidence only. */
export const instanceStates = [
  'stopped',
  'starting',
  'running',
  'stopping',
  'crashed',
  'unreachable',
  'missing',
] as const

/**
 * - `crashed`: no process, but its control file says it was never shut down.
 * - `unreachable`: a process lives or the port answers, but it cannot be asked (wrong password, no pg_hba.conf line).
 * - `missing`: its data directory is not there.
 */
export type InstanceState = (typeof instanceStates)[number]

/** Of a running server by asking it, of a stopped one from its files. */
export type InstanceRole = 'primary' | 'standby' | 'unknown'

export type Severity = 'info' | 'warning' | 'error'

/** An operation that would mend a problem, ready to be planned. */
export interface Fix {
  readonly operation: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A diagnosed problem: what is wrong, and what to do. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly message: Text
  readonly hint: Text
  /** Absent where only a person can decide what to do. */
  readonly fix?: Fix
}

/** One row of pg_stat_replication under today's column names; null where the version has no such column. */
export interface ReplicationRow {
  readonly pid: number
  readonly usename: string | null
  readonly applicationName: string
  readonly clientAddr: string | null
  readonly clientPort: number | null
  readonly backendStart: string | null
  readonly state: string | null
  readonly sentLsn: string | null
  readonly writeLsn: string | null
  readonly flushLsn: string | null
  readonly replayLsn: string | null
  /** Seconds; null when idle (facts, A2). */
  readonly writeLag: number | null
  readonly flushLag: number | null
  readonly replayLag: number | null
  readonly syncPriority: number | null
  readonly syncState: string | null
  readonly replyTime: string | null
}

/** pg_stat_wal_receiver under today's column names. */
export interface WalReceiver {
  readonly pid: number | null
  readonly status: string | null
  readonly writtenLsn: string | null
  readonly flushedLsn: string | null
  readonly receivedTli: number | null
  readonly lastMsgReceiptTime: string | null
  readonly latestEndLsn: string | null
  readonly slotName: string | null
  readonly senderHost: string | null
  readonly senderPort: number | null
}

/** One instance as `status --json` tells it; unknown values are null. */
export interface InstanceStatus {
  readonly name: string
  readonly state: InstanceState
  readonly role: InstanceRole
  readonly port: number | null
  readonly dataDir: string
  readonly version: string | null
  readonly major: number | null
  readonly pid: number | null
  readonly systemIdentifier: string | null
  readonly timeline: number | null
  /** A name of the catalogue, else `host:port`, else null. */
  readonly upstream: string | null
  readonly walLsn: string | null
  readonly receiveLsn: string | null
  readonly replayLsn: string | null
  readonly lagBytes: number | null
  readonly lagSeconds: number | null
  readonly syncState: string | null
  readonly replication: readonly ReplicationRow[]
  readonly walReceiver: WalReceiver | null
  readonly findings: readonly Finding[]
  /** Only when asked why. */
  readonly evidence?: Readonly<Record<string, Evidence>>
}

import type { ErrorCode } from '../errors/pgtandem-error.ts'
import type { Text, TextParams } from '../i18n/text.ts'
import type { LogLine } from './log-line.ts'

/** One setting of an instance: what its files say, and what its server does. Passwords in it are hidden. */
export interface ConfigLine {
  readonly name: string
  /** By the files; null where only the server tells. */
  readonly fileValue: string | null
  readonly file: string | null
  readonly line: number | null
  /** In force; null when the server does not run or does not let us see it. */
  readonly serverValue: string | null
  /** pg_settings.source: `default`, `configuration file`, `command line`, … */
  readonly source: string | null
  readonly pendingRestart: boolean
}

/** A line of a configuration file that the server would not understand. */
export interface ConfProblem {
  readonly kind: 'broken-line' | 'unreadable-file' | 'includes-too-deep'
  readonly file: string
  readonly line: number
  readonly text: string
}

export interface ConfigReading {
  /** By name, ascending: all that the files set, and all that the server holds other than its default. */
  readonly settings: readonly ConfigLine[]
  readonly problems: readonly ConfProblem[]
}

/** One rule of pg_hba.conf, and what is wrong with it. */
export interface HbaReading {
  readonly file: string
  readonly rules: readonly { readonly line: number; readonly text: string }[]
  readonly problems: readonly { readonly message: Text; readonly hint: Text }[]
}

/** How an instance recovers, in the way of its version; passwords are hidden. */
export type RecoveryReading =
  /** Up to 11. `text` is null when there is no recovery.conf: it starts as a primary. */
  | { readonly kind: 'recovery.conf'; readonly file: string; readonly text: string | null }
  /** From 12. If both signals are there, standby.signal wins. */
  | {
      readonly kind: 'signal-file'
      readonly standbySignal: boolean
      readonly recoverySignal: boolean
      readonly settings: readonly ConfigLine[]
    }

export const configurationFiles = [
  'postgresql.conf',
  'postgresql.auto.conf',
  'pg_hba.conf',
  'recovery.conf',
] as const
export type ConfigurationFileName = (typeof configurationFiles)[number]

export interface ConfigurationFile {
  readonly path: string
  readonly text: string | null
  /** Why it cannot be edited here: another account owns it. */
  readonly readOnly: { readonly code: ErrorCode; readonly params: TextParams } | null
}

/** What one process of a server is for; `client` serves somebody's session. */
export const processRoles = [
  'postmaster',
  'startup',
  'checkpointer',
  'background-writer',
  'wal-writer',
  'wal-sender',
  'wal-receiver',
  'wal-summarizer',
  'archiver',
  'autovacuum',
  'logger',
  'stats-collector',
  'logical-replication',
  'slot-sync',
  'io-worker',
  'background-worker',
  'client',
  'unknown',
] as const
export type ProcessRole = (typeof processRoles)[number]

/** One process of an instance. */
export interface InstanceProcess {
  readonly pid: number
  readonly parentPid: number | null
  readonly role: ProcessRole
  /** As the process calls itself; its program's name where it has no title (Windows). */
  readonly title: string
}

/** What is too dear to look at with every poll; unknown values are null. */
export interface InstanceFacts {
  readonly sizeBytes: number | null
  /** ISO, UTC. */
  readonly startedAt: string | null
  readonly connections: number | null
  readonly dataChecksums: boolean | null
  readonly hbaFile: string
  readonly passfile: string | null
  /** That its installation has. */
  readonly tools: readonly string[]
}

/** One way to write a connection down. */
export interface ConnectionString {
  readonly id:
    | 'psql'
    | 'url'
    | 'jdbc'
    | 'dotnet'
    | 'node'
    | 'multi-host-write'
    | 'multi-host-read'
    | 'multi-host-jdbc-write'
    | 'multi-host-jdbc-read'
    | 'multi-host-dotnet-write'
    | 'multi-host-dotnet-read'
  readonly text: string
}

export interface ConnectionStrings {
  readonly strings: readonly ConnectionString[]
  /** False: there is no password to show (peer, trust). */
  readonly hasPassword: boolean
}

/** News of a server's log, at most five batches a second. */
export interface LogBatch {
  readonly file: string
  readonly lines: readonly LogLine[]
  /** Lines that were left out because more came than can be shown. */
  readonly skipped: number
}

export type SqlAnswer =
  | {
      readonly kind: 'result'
      readonly command: string
      readonly columns: readonly string[]
      /** PostgreSQL's own text. */
      readonly rows: readonly (readonly (string | null)[])[]
      readonly rowCount: number | null
      /** Rows that were left out. */
      readonly more: number
      readonly notices: readonly string[]
      readonly elapsedMs: number
    }
  /** The server's refusal, in its own words. */
  | {
      readonly kind: 'failed'
      readonly sqlstate: string | null
      readonly message: string
      readonly lines: readonly string[]
      readonly elapsedMs: number
    }

/** A server that is here and not in the catalogue. */
export interface FoundServer {
  readonly dataDir: string
  readonly version: string | null
  readonly port: number | null
  readonly running: boolean
  /** What named it: a Windows service, Debian's cluster list, a running process, a data directory in a usual place. */
  readonly source: 'service' | 'debian' | 'process' | 'folder'
  readonly label: string
}

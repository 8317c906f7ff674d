import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceRole, InstanceState, ReplicationRow } from '../../../shared/model/instance-status.ts'
import type { InstanceTarget, Major } from '../../../shared/model/instance-target.ts'
import type { WindowsPathProblem } from '../../../shared/model/windows-path-problem.ts'
import type { HbaFile } from '../../postgres/facts/hba/hba-file.ts'

/** Server programs of one version, as far as plans care. */
export interface InstallationFacts {
  readonly version: string
  readonly major: Major
  readonly binDir: string
  readonly source: string
  readonly tools: readonly string[]
  /** Where recovery.conf.sample lies (up to 11). */
  readonly shareDir: string | null
}

/** One setting as the files give it, before or without a running server. */
export interface FileSetting {
  readonly value: string
  readonly file: string
  /** `auto`: postgresql.auto.conf wins over `file`; `recovery`: recovery.conf. */
  readonly source: 'file' | 'auto' | 'recovery'
  /** What would count if `file` did not set it; absent where no other file does. */
  readonly beneath?: string
}

/** One setting as the running server gives it (pg_settings). */
export interface ServerSetting {
  readonly value: string
  /** `default`, `configuration file`, `command line`, … */
  readonly source: string
  /** `postmaster` needs a restart, `sighup` a reload. */
  readonly context: string
}

export interface RoleFacts {
  readonly name: string
  readonly replication: boolean
  readonly canLogin: boolean
  readonly connectionLimit: number
}

export interface SlotFacts {
  readonly name: string
  readonly active: boolean
  /** reserved, extended, unreserved, lost; null before 13 or when never used. */
  readonly walStatus: string | null
  readonly retainedBytes: number | null
}

export interface TablespaceFacts {
  readonly oid: number
  readonly name: string
  readonly location: string
}

/** What only a running server can tell; one session, read when a plan is made. */
export interface ServerFacts {
  readonly inRecovery: boolean
  readonly superuser: boolean
  readonly settings: Readonly<Record<string, ServerSetting>>
  readonly roles: readonly RoleFacts[]
  readonly slots: readonly SlotFacts[]
  readonly tablespaces: readonly TablespaceFacts[]
  readonly replication: readonly ReplicationRow[]
  /** Connections a restart would cut: client backends other than ours. */
  readonly clientConnections: number
  readonly walSenders: number
  readonly replayPaused: boolean
}

/** One instance as plans see it: observed, or predicted from what an earlier step will make. */
export interface InstanceFacts {
  readonly entry: CatalogueEntry
  readonly target: InstanceTarget
  readonly state: InstanceState
  readonly role: InstanceRole
  readonly version: string | null
  readonly systemIdentifier: string | null
  /** From the files; empty where they cannot be read (an EDB service owns them). */
  readonly settings: Readonly<Record<string, FileSetting>>
  /** Files and folders that postgresql.conf includes by an absolute path: a copy of it reads the very same ones. */
  readonly absoluteIncludes: readonly string[]
  /** Text of pg_hba.conf; null where it cannot be read. */
  readonly hba: string | null
  /** Its rules, with those of the files that it includes; null where it cannot be read. */
  readonly hbaRules: HbaFile | null
  readonly filesReadable: boolean
  /** Its passfile has an entry for its replication role. */
  readonly knowsReplicationPassword: boolean
  /** Settings by which this server runs commands or loads code of its own accord (archive_command, …); empty ones left out. */
  readonly ownCommands: readonly { readonly setting: string; readonly value: string }[]
  /** Those outside the data directory, as its links say; as the server says where files cannot be read. */
  readonly tablespaces: readonly Pick<TablespaceFacts, 'oid' | 'location'>[]
  /** Bytes of data directory and tablespaces; null until someone asks for it. */
  readonly sizeBytes: number | null
  /** Of the file system that the data directory lies on. */
  readonly freeBytes: number | null
  /** Of its port, for one that does not run: whether it could be started now. null: not looked at. */
  readonly portState: PortFacts | null
  /** null when it does not run or cannot be asked. */
  readonly server: ServerFacts | null
  /** Why it cannot be asked, as an error code; null when it can or does not run. */
  readonly unreachableBecause: string | null
  /** Account that owns the data directory, when that is not the one this program runs as. */
  readonly foreignOwner: string | null
  /** null: none, and everywhere but on Windows. Looked for only where the instance is observed in depth. */
  readonly service: ServiceFacts | null
}

/** The Windows service that runs an instance. */
export interface ServiceFacts {
  readonly name: string
  /** The account it runs as, which owns its data directory; null where that is not told. */
  readonly account: string | null
  /** This shell may start and stop services: it was started as administrator. */
  readonly mayControl: boolean
}

export type PortFacts =
  | { readonly state: 'free' }
  /** `range`: of the list in which Windows keeps ports for itself, where it is in one. */
  | { readonly state: 'reserved'; readonly range?: string }
  | { readonly state: 'taken'; readonly holder: string | null }

export interface PathFacts {
  readonly kind: 'absent' | 'empty-directory' | 'directory' | 'file' | 'unreadable'
  /** This account can write to what is there; false for what is not. */
  readonly writable: boolean
  /** Nearest existing ancestor can be written by this account. */
  readonly parentWritable: boolean
  readonly readOnlyFileSystem: boolean
  readonly freeBytes: number | null
  /** A directory above it that is a PostgreSQL data directory. */
  readonly insideDataDirectory: string | null
  /** PG_VERSION of the data directory that is there; null when it is none. */
  readonly pgVersion: Major | null
  readonly systemIdentifier: string | null
  /** The real path, so that two spellings of one folder are seen to be one. */
  readonly realPath: string
  /** What Windows, or a server on it, has against the path itself; empty elsewhere. */
  readonly problems: readonly WindowsPathProblem[]
}

export interface OpenJob {
  readonly id: string
  readonly operation: string
  readonly instances: readonly string[]
  readonly running: boolean
  readonly canResume: boolean
  readonly canUndo: boolean
  /** Path of its journal, when that is damaged. */
  readonly damaged: string | null
}

/** What is known without looking at any server: enough to say what else must be looked at. */
export interface WorldBase {
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly home: string
  readonly installations: readonly InstallationFacts[]
  readonly entries: Readonly<Record<string, CatalogueEntry>>
}

/** Everything an operation may look at. Observed by core/instances just before planning; plain data. */
export interface World extends WorldBase {
  /** Every instance of the catalogue; those an operation needs are observed in depth (`server`, sizes). */
  readonly instances: Readonly<Record<string, InstanceFacts>>
  /** Ports asked for. */
  readonly ports: Readonly<Record<number, PortFacts>>
  /** Free ports, ascending from 5432, claimed by no instance of the catalogue. */
  readonly freePorts: readonly number[]
  readonly paths: Readonly<Record<string, PathFacts>>
  /** Setting names an installation knows (`postgres --describe-config`), by binDir; absent when not asked for. */
  readonly knownSettings: Readonly<Record<string, readonly KnownSetting[]>>
  readonly openJobs: readonly OpenJob[]
  /** Of the files asked for, by path; null where one cannot be read. Absent when none was asked for. */
  readonly texts?: Readonly<Record<string, string | null>>
  /** The data directory that `adopt` was given; absent when not asked for. */
  readonly candidate?: CandidateFacts
}

/** A command or library that a server runs or loads by itself, as its files have it. Shown before it is first started. */
export interface OwnCommand {
  /** archive_command, restore_command, ssl_passphrase_command, shared_preload_libraries, … */
  readonly setting: string
  readonly value: string
  readonly file: string
}

/**
 * How a superuser session with a candidate is had.
 *
 * - `tcp`: 127.0.0.1 answers, with the passfile or none; `socket`: through the socket directory, peer or trust.
 * - `password-needed`: it runs, and asks for a password that nobody gave.
 * - `refused`: it runs and will not have us (`unreachableBecause` of the instance says why).
 * - `expected-tcp`, `expected-socket`: it does not run; so pg_hba.conf says.
 */
export type CandidateAccess =
  'tcp' | 'socket' | 'password-needed' | 'refused' | 'expected-tcp' | 'expected-socket'

export type CandidateFacts =
  | {
      readonly found: 'nothing' | 'not-a-data-directory' | 'unknown-version'
      readonly dataDir: string
    }
  | {
      readonly found: 'unreadable'
      readonly dataDir: string
      /** The other account that it belongs to, where that can be seen. */
      readonly owner: string | null
    }
  | {
      readonly found: 'data-directory'
      /** The real path. */
      readonly dataDir: string
      /** Name that the catalogue has for it already. */
      readonly alreadyNamed: string | null
      /** Its entry is the one that `adopt` would write; `binDir` is empty where no installation of its major was found. */
      readonly instance: InstanceFacts
      readonly access: CandidateAccess
      readonly ownCommands: readonly OwnCommand[]
      /** Adopted standbys of the catalogue that stream from it and were not known to. */
      readonly standbys: readonly string[]
    }

/** What the user of `adopt` said; the rest is worked out. */
export interface CandidateNeeds {
  readonly name: string
  readonly dataDir: string
  /** Superuser; `postgres` when not said. */
  readonly user?: string
  readonly binDir?: string
  readonly configFile?: string
  /** A pgpass file; without it, only what needs no password is tried. */
  readonly passfile?: string
}

export interface KnownSetting {
  readonly name: string
  /** internal, postmaster, sighup, superuser, user, backend, … */
  readonly context: string
}

/** What an operation wants looked at before it can plan. */
export interface WorldNeeds {
  /** Observed in depth: asked by SQL when running. */
  readonly instances?: readonly string[]
  /** Their sizes are wanted too (base backups). */
  readonly sizes?: readonly string[]
  readonly ports?: readonly number[]
  readonly freePorts?: number
  readonly paths?: readonly string[]
  /** Folders of server programs. */
  readonly knownSettingsOf?: readonly string[]
  /** Configuration files to read whole. */
  readonly texts?: readonly string[]
  readonly candidate?: CandidateNeeds
}

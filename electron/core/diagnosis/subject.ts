import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceStatus } from '../../../shared/model/instance-status.ts'

/** A slot as the rules see it. */
export interface SlotState {
  readonly name: string
  readonly active: boolean
  /** reserved, extended, unreserved, lost; null before 13 or when never used. */
  readonly walStatus: string | null
  readonly retainedBytes: number | null
}

export interface ArchiverState {
  readonly lastArchivedAt: string | null
  readonly lastFailedAt: string | null
  readonly lastFailedWal: string | null
  readonly failedCount: number
}

/** What only the running server can tell. */
export interface ServerState {
  /** Settings the rules ask for, in pg_settings' own units. */
  readonly settings: Readonly<Record<string, string>>
  readonly pendingRestart: readonly string[]
  readonly slots: readonly SlotState[]
  readonly replayPaused: boolean
  /** Sessions that wait for a synchronous standby (wait_event SyncRep). */
  readonly waitingForSync: number
  /** Null where archiving is off or the version has no such view. */
  readonly archiver: ArchiverState | null
}

/** What the files tell; each null where it could not be read. */
export interface FileState {
  readonly hba: string | null
  /** The port that the next start will use. */
  readonly configuredPort: number | null
  /** Real paths that the links in pg_tblspc lead to. */
  readonly tablespaceDirs: readonly string[]
  /** Of the file system that the data directory lies on. */
  readonly freeBytes: number | null
  /** Its pg_control is missing or no control file; without it no server starts. */
  readonly controlDamaged: boolean
}

/** One instance as the rules see it: plain data, gathered beforehand. */
export interface Subject {
  readonly status: Omit<InstanceStatus, 'findings' | 'evidence'>
  readonly entry: Pick<CatalogueEntry, 'supersededBy' | 'link' | 'applicationName'>
  /** Null when it does not run, cannot be asked, or was not asked this time. */
  readonly server: ServerState | null
  readonly files: FileState
  /** Nobody listens at the port of the relay that it is led through; false without one. */
  readonly relayGone: boolean
  /** The newest lines of its log, oldest first; empty unless something is wrong with it. */
  readonly logTail: readonly string[]
  /** Why it cannot be asked though it runs, as an error code. */
  readonly unreachableBecause: string | null
}

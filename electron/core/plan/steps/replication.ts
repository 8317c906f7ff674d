import type { StepBase, Unnumbered } from './step-base.ts'

export interface SlotStep extends StepBase<'slot'> {
  readonly action: 'create' | 'drop'
  readonly slot: string
}

/** A tablespace outside the data directory gets a folder of its own on the standby: facts, A5. */
export interface TablespaceMapping {
  readonly oid: number
  readonly from: string
  readonly to: string
}

/**
 * Takes a base backup into a claimed `<dir>.partial`, its label held back: one step, one session, redone from its start.
 *
 * After it the directory holds all files but no `backup_label`; `complete-copy` puts that in place last (safety rule 2).
 */
export interface BaseBackupStep extends StepBase<'base-backup'> {
  /** Whom it is taken from, a primary or a standby. */
  readonly source: string
  readonly partialDir: string
  readonly method: 'copy' | 'basebackup'
  /** Folder of the pg_basebackup that is used; null for `copy`. */
  readonly programDir: string | null
  readonly slot: string | null
  readonly tablespaces: readonly TablespaceMapping[]
  readonly expectedBytes: number | null
}

/** Puts the label in place, syncs and renames `<dir>.partial` to `<dir>`: from here it is a data directory. */
export interface CompleteCopyStep extends StepBase<'complete-copy'> {
  readonly partialDir: string
  readonly dataDir: string
}

export type WaitCondition =
  /** Both sides say so: pg_stat_replication on the upstream, pg_stat_wal_receiver on the standby (safety rule 3). */
  | {
      readonly kind: 'streaming'
      readonly upstream: string
      readonly standby: string
      readonly applicationName: string
    }
  | {
      readonly kind: 'sync-state'
      readonly upstream: string
      readonly applicationName: string
      readonly synchronous: boolean
    }

export interface WaitStep extends StepBase<'wait'> {
  readonly condition: WaitCondition
  readonly deadlineMs: number
  /** `note`: when it does not come about, the job goes on and says so. */
  readonly otherwise: 'fail' | 'note'
}

export const createSlot = (instance: string, slot: string): Unnumbered<SlotStep> => ({
  kind: 'slot',
  instance,
  action: 'create',
  slot,
  title: { key: 'steps.create-slot', params: { slot, instance } },
  undo: 'inverse',
})

/**
 * The WAL that it held may be gone a moment later, so there is no way back; a slot that is lost holds nothing, and
 * nothing is lost with it.
 */
export const dropSlot = (instance: string, slot: string, lost = false): Unnumbered<SlotStep> => ({
  kind: 'slot',
  instance,
  action: 'drop',
  slot,
  title: { key: 'steps.drop-slot', params: { slot, instance } },
  undo: lost ? 'nothing' : 'point-of-no-return',
})

export const baseBackup = (
  instance: string,
  backup: Omit<BaseBackupStep, keyof StepBase<string>>,
): Unnumbered<BaseBackupStep> => ({
  kind: 'base-backup',
  instance,
  ...backup,
  title: {
    key: backup.method === 'copy' ? 'steps.base-backup-copy' : 'steps.base-backup-program',
    params: { source: backup.source, partialDir: backup.partialDir },
  },
  undo: 'inverse',
})

export const completeCopy = (
  instance: string,
  partialDir: string,
  dataDir: string,
): Unnumbered<CompleteCopyStep> => ({
  kind: 'complete-copy',
  instance,
  partialDir,
  dataDir,
  title: { key: 'steps.complete-copy', params: { dataDir } },
  undo: 'inverse',
})

export const waitFor = (
  instance: string,
  condition: WaitCondition,
  deadlineMs = 60_000,
): Unnumbered<WaitStep> => ({
  kind: 'wait',
  instance,
  condition,
  deadlineMs,
  otherwise: 'fail',
  title:
    condition.kind === 'streaming'
      ? { key: 'steps.wait-streaming', params: { upstream: condition.upstream, standby: condition.standby } }
      : {
          key: condition.synchronous ? 'steps.wait-synchronous' : 'steps.wait-asynchronous',
          params: { instance, upstream: condition.upstream },
        },
  undo: 'nothing',
})

type Streaming = Extract<WaitCondition, { readonly kind: 'streaming' }>

/**
 * Looks whether a standby of `instance` streams again; one that does not is named, and fails nothing.
 *
 * A walreceiver tries again every wal_retrieve_retry_interval (5 s), and its slot may be made after its first try.
 */
export const lookAfterStandby = (
  instance: string,
  condition: Streaming,
  deadlineMs = 20_000,
): Unnumbered<WaitStep> => ({
  ...waitFor(instance, condition, deadlineMs),
  otherwise: 'note',
  title: {
    key: 'steps.look-after-standby',
    params: { upstream: condition.upstream, standby: condition.standby },
  },
})

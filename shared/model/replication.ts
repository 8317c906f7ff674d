/** One moment of one standby's replication. */
export interface ReplicationSample {
  /** Milliseconds since 1970. */
  readonly atMs: number
  readonly lagBytes: number | null
  readonly lagSeconds: number | null
}

/** Samples by instance; the first batch holds what is remembered. */
export interface SampleBatch {
  readonly samples: Readonly<Record<string, readonly ReplicationSample[]>>
}

/** A replication slot; null where the version has no such column. */
export interface SlotView {
  readonly name: string
  readonly active: boolean
  readonly physical: boolean
  readonly restartLsn: string | null
  /** WAL that it makes the server keep. */
  readonly heldBytes: number | null
  readonly walStatus: string | null
  /** How much more may be written before it is lost (13 and later). */
  readonly safeBytes: number | null
  /** The standby of ours that owns it; null: none of ours. */
  readonly usedBy: string | null
}

/** The stations of a WAL record on its way to one standby. LSNs; null: not known. */
export interface WalWay {
  readonly standby: string
  /** Of its walsender; null: it does not stream now. */
  readonly pid: number | null
  readonly written: string | null
  readonly sent: string | null
  readonly standbyWritten: string | null
  readonly standbyFlushed: string | null
  readonly replayed: string | null
}

/** What the replication page shows of one upstream beside its status. */
export interface ReplicationDetails {
  readonly slots: readonly SlotView[]
  readonly ways: readonly WalWay[]
  readonly synchronousStandbyNames: string | null
  readonly synchronousCommit: string | null
  readonly maxSlotWalKeepSize: string | null
}

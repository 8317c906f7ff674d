import type { SlotView } from '../../../../shared/model/replication.ts'

/** What is to be said of a slot; null: all is well. */
export type SlotWarning = 'lost' | 'unreserved' | 'fills-disk' | 'nearly-lost' | 'idle' | null

const GIGABYTE = 1024 ** 3
const NEARLY = 256 * 1024 ** 2

/**
 * The gravest of what is wrong with a slot. Pure.
 *
 * PostgreSQL manual, "pg_replication_slots": `unreserved` and `lost` are states of wal_status, from 13 on. A gigabyte is the
 * bound of the finding `slot-holds-wal`, too.
 */
export function slotWarning({ active, walStatus, heldBytes, safeBytes }: SlotView): SlotWarning {
  if (walStatus === 'lost' || walStatus === 'unreserved') return walStatus
  if (active) return null
  if (safeBytes !== null && safeBytes < NEARLY) return 'nearly-lost'
  if (heldBytes !== null && heldBytes >= GIGABYTE) return 'fills-disk'
  return 'idle'
}

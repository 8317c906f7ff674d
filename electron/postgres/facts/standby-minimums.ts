import type { Major } from '../../../shared/model/instance-target.ts'
import { versionFacts } from './versions.ts'

/**
 * What a setting of `standbyMinimums` is where no line sets it; undefined for any other. Source: guc tables, in which
 * those that are written out here have never changed.
 */
export function defaultOfMinimum(setting: string, major: Major): number | undefined {
  const { standbyMinimums, defaultMaxWalSenders, defaultMaxLocksPerTransaction } = versionFacts(major)
  const defaults: Readonly<Record<string, number>> = {
    max_connections: 100,
    max_worker_processes: 8,
    max_wal_senders: defaultMaxWalSenders,
    max_prepared_transactions: 0,
    max_locks_per_transaction: defaultMaxLocksPerTransaction,
  }
  return standbyMinimums.includes(setting) ? defaults[setting] : undefined
}

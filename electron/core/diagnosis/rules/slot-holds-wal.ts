import { diagnosis, type Rule } from '../finding.ts'

const GIGABYTE = 1024 ** 3

/** A slot nobody reads that keeps 1 GB of WAL or more: it will fill the disk (safety rule 11). */
export const slotHoldsWal: Rule = ({ status: { name }, server }) =>
  (server?.slots ?? []).flatMap(({ name: slot, active, walStatus, retainedBytes }) => {
    if (active || walStatus === 'lost' || retainedBytes === null || retainedBytes < GIGABYTE) return []
    return [
      diagnosis('slot-holds-wal', 'warning', {
        name,
        slot,
        gigabytes: (retainedBytes / GIGABYTE).toFixed(1),
      }),
    ]
  })

import { diagnosis, type Rule } from '../finding.ts'

/** A slot whose WAL is gone: its standby can never catch up again (13 and newer say so). */
export const slotLost: Rule = ({ status: { name }, server }) =>
  (server?.slots ?? [])
    .filter(({ walStatus }) => walStatus === 'lost')
    .map((slot) => diagnosis('slot-lost', 'error', { name, slot: slot.name }))

import { diagnosis, type Rule } from '../finding.ts'

/** Synchronous standbys are named but none is there: every commit waits. */
export const synchronousStandbyGone: Rule = ({ status, server }) => {
  const names = server?.settings.synchronous_standby_names ?? ''
  if (status.role !== 'primary' || names.trim() === '') return []
  if (status.replication.some(({ syncState }) => syncState === 'sync' || syncState === 'quorum')) return []
  return [
    diagnosis('synchronous-standby-gone', 'error', {
      name: status.name,
      names,
      count: server?.waitingForSync ?? 0,
    }),
  ]
}

import { diagnosis, type Rule } from '../finding.ts'

/** Nothing can be replicated from it. */
export const walLevelMinimal: Rule = ({ status: { name, role }, server }) => {
  if (role !== 'primary' || server?.settings.wal_level !== 'minimal') return []
  const fix = { operation: 'config', params: { name, settings: { wal_level: 'replica' } } }
  return [diagnosis('wal-level-minimal', 'warning', { name }, fix)]
}

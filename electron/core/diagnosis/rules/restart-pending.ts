import { diagnosis, type Rule } from '../finding.ts'

/** Settings were changed that take effect only after a restart (9.5 and newer tell). */
export const restartPending: Rule = ({ status: { name }, server }) => {
  const settings = server?.pendingRestart ?? []
  if (settings.length === 0) return []
  const fix = { operation: 'restart', params: { name } }
  return [diagnosis('restart-pending', 'info', { name, settings: settings.join(', ') }, fix)]
}

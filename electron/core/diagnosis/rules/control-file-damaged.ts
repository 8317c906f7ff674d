import { diagnosis, type Rule } from '../finding.ts'

/** It does not run, and cannot: its pg_control is gone or damaged. A standby is simply made again. */
export const controlFileDamaged: Rule = ({ status: { name, state, role, upstream }, files }) => {
  if (!files.controlDamaged || (state !== 'stopped' && state !== 'crashed')) return []
  if (role === 'primary' || upstream === null) return [diagnosis('control-file-damaged', 'error', { name })]
  const fix = { operation: 'reclone', params: { name } }
  return [diagnosis('standby-control-file-damaged', 'error', { name }, fix)]
}

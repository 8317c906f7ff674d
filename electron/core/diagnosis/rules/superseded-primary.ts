import { diagnosis, type Rule } from '../finding.ts'

/** A standby was promoted in its place. Running, it is a second primary whose writes nobody else will see. */
export const supersededPrimary: Rule = ({ status: { name, role, state }, entry: { supersededBy } }) => {
  if (supersededBy === null || role === 'standby') return []
  const params = { name, successor: supersededBy }
  if (state !== 'running' && state !== 'starting') return [diagnosis('superseded-primary', 'info', params)]
  const fix = { operation: 'stop', params: { name } }
  return [diagnosis('superseded-primary-runs', 'error', params, fix)]
}

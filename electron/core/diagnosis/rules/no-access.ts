import { diagnosis, type FindingCode, type Rule } from '../finding.ts'

const codes: Readonly<Record<string, FindingCode>> = {
  'wrong-password': 'password-refused',
  'password-missing': 'password-refused',
  'no-hba-entry': 'no-hba-entry',
  'too-many-connections': 'connections-exhausted',
}

/** It runs, but does not let this program ask it; all else is known from its files only. */
export const noAccess: Rule = ({ status: { name, state }, unreachableBecause }) => {
  if (state !== 'unreachable') return []
  const reason = unreachableBecause ?? 'server-unreachable'
  return [diagnosis(codes[reason] ?? 'no-answer', 'error', { name, reason })]
}

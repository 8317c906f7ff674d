import { diagnosis, type Rule } from '../finding.ts'

/** It is not running, and was never shut down. Starting it recovers it. */
export const serverCrashed: Rule = ({ status: { name, state } }) =>
  state === 'crashed'
    ? [diagnosis('server-crashed', 'error', { name }, { operation: 'start', params: { name } })]
    : []

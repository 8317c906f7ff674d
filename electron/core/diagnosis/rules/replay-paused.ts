import { diagnosis, type Rule } from '../finding.ts'

/** Replay was paused: what arrives is kept, but nobody sees it. */
export const replayPaused: Rule = ({ status: { name, role }, server }) =>
  role === 'standby' && server?.replayPaused === true
    ? [diagnosis('replay-paused', 'warning', { name }, { operation: 'resume', params: { standby: name } })]
    : []

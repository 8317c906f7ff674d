import { diagnosis, type Rule } from '../finding.ts'

/** The files say another port than the one it listens on: the next start moves it. */
export const portDiffers: Rule = ({ status: { name, state, port }, files: { configuredPort } }) =>
  state === 'running' && port !== null && configuredPort !== null && configuredPort !== port
    ? [diagnosis('port-differs', 'warning', { name, port: String(port), configured: String(configuredPort) })]
    : []

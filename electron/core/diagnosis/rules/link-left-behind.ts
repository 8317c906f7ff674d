import { diagnosis, type Rule } from '../finding.ts'

/** It streams through a relay of the playground, and the program that ran the relay is gone: nothing reaches it. */
export const linkLeftBehind: Rule = ({ status: { name, upstream }, entry: { link }, relayGone }) => {
  if (link === null || !relayGone) return []
  const fix = { operation: 'link', params: { standby: name, port: null } }
  return [
    diagnosis('link-left-behind', 'error', { name, upstream: upstream ?? '?', port: String(link.port) }, fix),
  ]
}

import { versionFacts } from '../../../postgres/facts/versions.ts'
import { diagnosis, type Rule } from '../finding.ts'

/** A setting that must not be lower than the upstream's is: replay pauses (14 and newer) or the standby stops (facts, A6). */
export const standbySettingTooLow: Rule = ({ status, server }, all) => {
  const upstream = all.find((other) => other.status.name === status.upstream)?.server
  if (status.role !== 'standby' || status.major === null || !server || !upstream) return []
  return versionFacts(status.major).standbyMinimums.flatMap((setting) => {
    const [value, required] = [server.settings[setting], upstream.settings[setting]]
    if (value === undefined || required === undefined || Number(value) >= Number(required)) return []
    const fix = { operation: 'config', params: { name: status.name, settings: { [setting]: required } } }
    return [diagnosis('standby-setting-below-primary', 'error', { name: setting, value, required }, fix)]
  })
}

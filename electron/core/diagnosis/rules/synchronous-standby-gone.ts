import { isSynchronousName, parseSynchronousNames } from '../../../postgres/facts/synchronous-names.ts'
import type { Fix } from '../../../../shared/model/instance-status.ts'
import { diagnosis, type Rule } from '../finding.ts'
import type { Subject } from '../subject.ts'

/** Synchronous standbys are named but none is there: every commit waits. */
export const synchronousStandbyGone: Rule = ({ status, server }, all) => {
  const names = server?.settings.synchronous_standby_names ?? ''
  if (status.role !== 'primary' || names.trim() === '') return []
  if (status.replication.some(({ syncState }) => syncState === 'sync' || syncState === 'quorum')) return []
  const params = { name: status.name, names, count: server?.waitingForSync ?? 0 }
  return [diagnosis('synchronous-standby-gone', 'error', params, fixFor(status.name, names, all))]
}

/** One that only has to be started is; otherwise commits no longer wait for the first that is known. */
function fixFor(primary: string, names: string, all: readonly Subject[]): Fix | undefined {
  const list = parseSynchronousNames(names)
  const standbys = all.filter(
    ({ status: { name, upstream }, entry: { applicationName } }) =>
      upstream === primary && list !== undefined && isSynchronousName(list, applicationName ?? name),
  )
  const off = standbys.find(({ status: { state } }) => state === 'stopped' || state === 'crashed')
  if (off !== undefined) return { operation: 'start', params: { name: off.status.name } }
  const [first] = standbys
  return first && { operation: 'synchronous', params: { standby: first.status.name, on: false } }
}

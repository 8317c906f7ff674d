import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { InstanceProcess } from '../../../shared/model/readings.ts'
import type { Session } from '../../postgres/connection/connect.ts'
import { listChildren } from '../../system/process/children.ts'
import { readProcessName } from '../../system/process/identity.ts'
import { observeState } from '../instances/observe-state.ts'
import { targetOf } from '../instances/target.ts'
import { openPollSession } from '../monitor/observe-instance.ts'
import { roleFromBackendType, roleFromTitle } from './process-role.ts'

/**
 * The process tree of a running instance: its postmaster first, then everything below it.
 *
 * `backendTypes` (pid → pg_stat_activity.backend_type) settles the role where titles don't. Empty when `pid` is dead.
 */
export async function listProcesses(
  postmasterPid: number,
  backendTypes: ReadonlyMap<number, string> = new Map(),
): Promise<readonly InstanceProcess[]> {
  const name = await readProcessName(postmasterPid)
  if (name === undefined) return []
  const children = await listChildren(postmasterPid)
  return [
    { pid: postmasterPid, parentPid: null, role: 'postmaster', title: name.name },
    ...children.map(({ pid, ppid, title }) => {
      const backendType = backendTypes.get(pid)
      const role = backendType === undefined ? roleFromTitle(title) : roleFromBackendType(backendType)
      return { pid, parentPid: ppid, role, title }
    }),
  ]
}

/** The processes of an instance, with the roles that its server tells where it can be asked; none when it does not run. */
export async function readProcesses(entry: CatalogueEntry): Promise<readonly InstanceProcess[]> {
  const observed = await observeState(entry, { fast: true })
  if (observed.pid === null) return []
  const { types, own } = await readBackendTypes(targetOf(entry, observed))
  return (await listProcesses(observed.pid, types)).filter(({ pid }) => pid !== own)
}

/** Empty when it cannot be asked, and up to 9.6; `own`: the process that served this very question. */
async function readBackendTypes(
  target: InstanceTarget,
): Promise<{ readonly types: ReadonlyMap<number, string>; readonly own: number | null }> {
  if (target.major < 10) return { types: new Map(), own: null }
  let session: Session | undefined
  try {
    session = await openPollSession(target)
    const rows = await session.query('select pid::text, backend_type from pg_catalog.pg_stat_activity')
    const told = rows.flatMap((row): [number, string][] => {
      const { pid = null, backend_type: type = null } = row
      return pid === null || type === null ? [] : [[Number(pid), type]]
    })
    return { types: new Map(told), own: session.processId }
  } catch (error) {
    if (error instanceof PgTandemError) return { types: new Map(), own: null }
    throw error
  } finally {
    await session?.close().catch(() => undefined)
  }
}

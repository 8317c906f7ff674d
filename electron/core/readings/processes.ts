import { listChildren } from '../../system/process/children.ts'
import { readProcessName } from '../../system/process/identity.ts'
import { roleFromBackendType, roleFromTitle, type ProcessRole } from './process-role.ts'

/** One process of an instance. */
export interface InstanceProcess {
  readonly pid: number
  readonly parentPid: number | null
  readonly role: ProcessRole
  /** As the process calls itself; its program's name where it has no title (Windows). */
  readonly title: string
}

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

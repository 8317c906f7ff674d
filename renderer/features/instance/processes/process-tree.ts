import { type InstanceProcess, processRoles } from '../../../../shared/model/readings.ts'

const rank = ({ role }: InstanceProcess): number => processRoles.indexOf(role)

export interface ProcessNode {
  readonly process: InstanceProcess
  readonly children: readonly ProcessNode[]
}

/** Processes under their parents, each level by role and then by pid; those whose parent is not among them stand at the top. */
export function buildProcessTree(processes: readonly InstanceProcess[]): readonly ProcessNode[] {
  const pids = new Set(processes.map(({ pid }) => pid))
  const below = (parent: number | null): readonly ProcessNode[] =>
    processes
      .filter(({ parentPid }) => (parentPid !== null && pids.has(parentPid) ? parentPid : null) === parent)
      .toSorted((a, b) => rank(a) - rank(b) || a.pid - b.pid)
      .map((process) => ({ process, children: below(process.pid) }))
  return below(null)
}

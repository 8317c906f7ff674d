import type { InstanceProcess } from '../../../../shared/model/readings.ts'
import type { Observation } from '../../monitor/observation.ts'
import { replicationRowOf } from '../../monitor/upstream.ts'
import { listProcesses } from '../processes.ts'
import { failed, passed, type CheckResult, type Pair } from './check.ts'

/** A walsender of the upstream and a walreceiver of the standby are live processes below their own postmasters. */
export async function checkProcesses({ standby, upstream }: Pair): Promise<CheckResult> {
  const names = { standby: standby.entry.name, upstream: upstream.entry.name }
  const [upstreamProcesses, standbyProcesses] = await Promise.all([upstream, standby].map(processesOf))
  const senderPid = replicationRowOf(standby, upstream)?.pid
  const sender = find(upstreamProcesses, (process) => process.pid === senderPid, senderPid)
  if (sender === undefined) return failed({ key: 'verification.sender-missing', params: names })
  const knownPid = standby.server?.walReceiver?.pid ?? undefined
  const receiver = find(
    standbyProcesses,
    ({ pid, role }) => (knownPid === undefined ? role === 'wal-receiver' : pid === knownPid),
    knownPid,
  )
  if (receiver === undefined) return failed({ key: 'verification.receiver-missing', params: names })
  return passed({
    key: 'verification.processes-there',
    params: { ...names, sender: String(sender), receiver: String(receiver) },
  })
}

/** undefined where the postmaster is not known, because its files cannot be read. */
async function processesOf({ files }: Observation): Promise<readonly InstanceProcess[] | undefined> {
  return files.pid === null ? undefined : listProcesses(files.pid)
}

/** The pid in the process list; what the server's view says must do where there is no list. */
function find(
  processes: readonly InstanceProcess[] | undefined,
  isIt: (process: InstanceProcess) => boolean,
  fromView: number | undefined,
): number | undefined {
  return processes === undefined ? fromView : processes.find(isIt)?.pid
}

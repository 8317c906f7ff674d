import { setTimeout as sleep } from 'node:timers/promises'
import { isExactly, type ProcessIdentity } from './identity.ts'

const LOOK_EVERY_MS = 50

const waitUntilGone = async (identity: ProcessIdentity, timeoutMs: number) => {
  const deadline = Date.now() + timeoutMs
  while (await isExactly(identity)) {
    if (Date.now() >= deadline) return false
    await sleep(LOOK_EVERY_MS)
  }
  return true
}

const send = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Ends a process that we started earlier, and only that one: a later process with the same pid is left alone.
 *
 * SIGTERM, and SIGKILL when it still runs after `graceMs` (default 5000). Windows knows no signals: there it ends at once.
 * Never for servers, which `pg_ctl stop` ends. Throws EPERM when the process belongs to another account.
 */
export const terminateProcess = async (
  identity: ProcessIdentity,
  { graceMs = 5000 }: { readonly graceMs?: number } = {},
): Promise<'ended' | 'was-not-running' | 'still-running'> => {
  if (!(await isExactly(identity))) return 'was-not-running'
  send(identity.pid, 'SIGTERM')
  if (await waitUntilGone(identity, graceMs)) return 'ended'
  send(identity.pid, 'SIGKILL')
  return (await waitUntilGone(identity, 5000)) ? 'ended' : 'still-running'
}

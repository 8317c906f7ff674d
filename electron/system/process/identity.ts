import { readlink } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { readBootId, readLiveProcStat } from './linux-proc.ts'
import { readTool } from './read-tool.ts'
import { isNameToken, readWindowsImageName, readWindowsStartToken } from './windows-processes.ts'

/** One process, and no later one that happens to get the same pid. Plain JSON, for locks and journals. */
export interface ProcessIdentity {
  readonly pid: number
  /** Opaque; compare it only for equality. */
  readonly startToken: string
}

/** What runs under a pid. */
export interface ProcessName {
  readonly name: string
  /** The program's file, where this account may know it. */
  readonly path?: string
}

const isPid = (pid: number) => Number.isSafeInteger(pid) && pid > 0

const readUnixPs = async (pid: number) => {
  const text = await readTool('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])
  const [, state, started] = /^\s*(\S+)\s+(\S.*?)\s*$/m.exec(text ?? '') ?? []
  return state === undefined || started === undefined || state.startsWith('Z') ? undefined : { started }
}

/** Reads who runs under a pid; undefined when nobody does. A zombie is dead: it only waits for its parent to notice. */
export const readIdentity = async (pid: number): Promise<ProcessIdentity | undefined> => {
  if (!isPid(pid)) return undefined
  if (process.platform === 'linux') {
    const stat = await readLiveProcStat(pid)
    if (stat === undefined) return undefined
    return { pid, startToken: `${await readBootId()}:${stat.startTicks}` }
  }
  const startToken =
    process.platform === 'win32' ? await readWindowsStartToken(pid) : (await readUnixPs(pid))?.started
  return startToken === undefined ? undefined : { pid, startToken }
}

/**
 * Whether that very process still runs.
 *
 * Where its start time was known and now is not, or the other way round (Windows, when PowerShell does not answer), its pid
 * has to do: better a lock too long than two owners. Before something is ended, ask `isExactly`.
 */
export const isAlive = async (identity: ProcessIdentity): Promise<boolean> => {
  const found = await readIdentity(identity.pid)
  if (found === undefined) return false
  return (
    found.startToken === identity.startToken ||
    (process.platform === 'win32' && isNameToken(found.startToken) !== isNameToken(identity.startToken))
  )
}

/** Whether that very process runs, and surely no other one with its pid. */
export const isExactly = async (identity: ProcessIdentity): Promise<boolean> =>
  (await readIdentity(identity.pid))?.startToken === identity.startToken

let own: Promise<ProcessIdentity> | undefined

/** The identity of this process; read once. Throws `own-process-unreadable` where the system hides it (no /proc). */
export const ownIdentity = (): Promise<ProcessIdentity> =>
  (own ??= readIdentity(process.pid).then((identity) => {
    if (identity === undefined) throw new PgTandemError('own-process-unreadable')
    return identity
  }))

/** Reads what program runs under a pid; undefined when nobody does. On Linux `name` is cut at 15 characters. */
export const readProcessName = async (pid: number): Promise<ProcessName | undefined> => {
  if (!isPid(pid)) return undefined
  if (process.platform === 'linux') {
    const stat = await readLiveProcStat(pid)
    if (stat === undefined) return undefined
    const file = await readlink(`/proc/${pid}/exe`).catch(() => undefined)
    return file === undefined ? { name: stat.name } : { name: stat.name, path: file }
  }
  if (process.platform === 'win32') {
    const name = await readWindowsImageName(pid)
    return name === undefined ? undefined : { name }
  }
  const command = (await readTool('ps', ['-o', 'comm=', '-p', String(pid)]))?.trim()
  if (command === undefined || command === '') return undefined
  const name = command.slice(command.lastIndexOf('/') + 1)
  return command.startsWith('/') ? { name, path: command } : { name }
}

import { readFile } from 'node:fs/promises'

/** What /proc/PID/stat says of one process. Source: proc(5). */
export interface ProcStat {
  readonly pid: number
  readonly name: string
  /** One letter; Z and X are dead, however `kill(pid, 0)` answers. */
  readonly state: string
  readonly ppid: number
  /** In clock ticks since boot. */
  readonly startTicks: string
}

/** Parses one line of /proc/PID/stat; the name in parentheses may hold spaces and parentheses itself. */
export const parseProcStat = (text: string): ProcStat | undefined => {
  const open = text.indexOf('(')
  const close = text.lastIndexOf(')')
  if (open < 0 || close < open) return undefined
  const fields = text.slice(close + 2).split(' ')
  const [state, ppid] = fields
  const startTicks = fields[19]
  if (state === undefined || ppid === undefined || startTicks === undefined) return undefined
  return {
    pid: Number(text.slice(0, open)),
    name: text.slice(open + 1, close),
    state,
    ppid: Number(ppid),
    startTicks,
  }
}

/** Reads /proc/PID/stat; undefined when no such process exists or it is dead and only waits to be reaped. */
export const readLiveProcStat = async (pid: number): Promise<ProcStat | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const stat = text === undefined ? undefined : parseProcStat(text)
  return stat === undefined || stat.state === 'Z' || stat.state === 'X' ? undefined : stat
}

let bootId: Promise<string> | undefined

/** Reads the id of this boot of the machine: start times count from it. */
export const readBootId = (): Promise<string> =>
  (bootId ??= readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (text) => text.trim(),
    () => 'unknown-boot',
  ))

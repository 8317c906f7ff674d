import { parseStartToken, readWindowsStartToken } from '../../system/process/windows-processes.ts'

/** A server notes its start after its libraries are loaded, for which a scanner may take its time. */
const EARLIER_MS = 60_000
/** It notes whole seconds. Whoever got its pid later began after it had ended: seconds later at least. */
const LATER_MS = 5000

/** Whether a process with this start token may be the server that noted this start; yes where nothing tells its time. */
export const fitsNotedStart = (token: string | undefined, noted: Date): boolean => {
  const started = token === undefined ? undefined : parseStartToken(token)
  if (started === undefined) return true
  const laterMs = started.getTime() - noted.getTime()
  return laterMs >= -EARLIER_MS && laterMs <= LATER_MS
}

const answers = new Map<number, { readonly notedMs: number; readonly fits: boolean }>()

/** To be called when no server runs under a pid: whoever gets it next is another one. */
export const forgetStart = (pid: number): void => {
  answers.delete(pid)
}

/**
 * Whether the process under a pid began when the server that wrote a pid file (its third line) says that it began.
 *
 * Asked on Windows only, once for each pid and start, for PowerShell takes its time to answer.
 */
export const hasStartedAsNoted = async (pid: number, noted: Date): Promise<boolean> => {
  if (process.platform !== 'win32') return true
  const notedMs = noted.getTime()
  const known = answers.get(pid)
  if (known?.notedMs === notedMs) return known.fits
  const token = await readWindowsStartToken(pid)
  const fits = fitsNotedStart(token, noted)
  // PowerShell may be too slow to answer while Windows starts: a server that runs must not be taken for a dead one.
  if (token !== undefined) answers.set(pid, { notedMs, fits })
  return fits
}

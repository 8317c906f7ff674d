import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from '@playwright/test'

/** What Linux counts processor time in, on every platform that Node runs on (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100

/** User and system time of a process with all its threads, in ticks. */
export function ticksOf(pid: number): number {
  // The name of the program, in brackets, may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) * 1024
}

/** How much of one core a group of processes uses over a time, in percent. */
export async function measureCpu(pids: readonly number[], overMs: number): Promise<number> {
  const read = (): number => pids.reduce((total, pid) => total + ticksOf(pid), 0)
  const [before, started] = [read(), performance.now()]
  await sleep(overMs)
  return ((read() - before) / TICKS_PER_SECOND / ((performance.now() - started) / 1000)) * 100
}

/** Chromium's own processes: those that run pages, and the others (its main one, drawing, network). */
export async function processesOf(
  browser: Browser,
): Promise<{ readonly pages: readonly number[]; readonly others: readonly number[] }> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  const idsOf = (wanted: boolean): readonly number[] =>
    processInfo.filter(({ type }) => (type === 'renderer') === wanted).map(({ id }) => id)
  return { pages: idsOf(true), others: idsOf(false) }
}

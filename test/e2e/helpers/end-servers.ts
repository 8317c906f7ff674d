import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const GONE_WITHIN_MS = 10_000

/** Ends every server that works below a folder, at once and without a checkpoint: its data are deleted next. */
export async function endServers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => path.basename(name) === 'postmaster.pid')
  await Promise.all(files.map((name) => endServer(path.join(folder, name))))
}

async function endServer(pidFile: string): Promise<void> {
  const pid = await readPid(pidFile)
  if (pid === null) return
  for (const name of ['SIGCONT', 'SIGQUIT'] as const) signal(pid, name)
  const deadline = Date.now() + GONE_WITHIN_MS
  // A server that has ended takes its pid file away; one that was killed before leaves it.
  while ((await readPid(pidFile)) === pid && (await isAlive(pid))) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL')
    await sleep(20)
  }
}

/** The process of a server by its pid file; null where there is none. */
export async function readPid(pidFile: string): Promise<number | null> {
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n', 1)[0])
  return pid > 1 ? pid : null
}

/** Where nothing reaps them, those that ended stay as zombies. */
async function isAlive(pid: number): Promise<boolean> {
  if (!signal(pid, 0)) return false
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/^\d+ \(.*\) [ZX]/s.test(stat)
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

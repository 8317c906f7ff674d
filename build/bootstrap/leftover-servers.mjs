// Servers whose data directory lies below a folder: found by evidence, ended by their process id.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, sep } from 'node:path'

const read = (readIt) => {
  try {
    return readIt()
  } catch {
    return undefined
  }
}

const isAlive = (pid) => {
  if (read(() => process.kill(pid, 0)) === undefined) return false
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat === undefined || !/^\d+ \(.*\) [ZX]/s.test(stat)
}

/** Where a process works, also when that was deleted under it: Linux knows it, though it does not always tell it. */
const folderOf = (pid) => read(() => readlinkSync(`/proc/${pid}/cwd`))

/** What a pid file names may be dead and its pid another program's, or (wine) never one of this system's. */
const isServerIn = (folder, pid) => {
  const command = read(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
  if (command !== undefined && command !== 'postgres') return false
  return folderOf(pid)?.startsWith(`${folder}${sep}`) !== false && isAlive(pid)
}

const findPidFiles = (folder) =>
  (read(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return findPidFiles(path)
    return entry.name === 'postmaster.pid' ? [path] : []
  })

const serversByPidFile = (folder) =>
  findPidFiles(folder).flatMap((file) => {
    const pid = Number((read(() => readFileSync(file, 'utf8')) ?? '').split('\n', 1)[0])
    return pid > 1 && isServerIn(folder, pid) ? [{ pid, dataDir: join(file, '..') }] : []
  })

/** A server works in its data directory. */
const serversByFolder = (folder) =>
  (read(() => readdirSync('/proc')) ?? []).flatMap((name) => {
    const dataDir = /^\d+$/.test(name) ? folderOf(name) : undefined
    if (!dataDir?.startsWith(`${folder}${sep}`)) return []
    return isServerIn(folder, Number(name)) ? [{ pid: Number(name), dataDir }] : []
  })

/** One line for each data directory that a live server works in: `{pid, dataDir}`. */
export function findServers(folder) {
  const found = [...serversByPidFile(folder), ...serversByFolder(folder)]
  return found.filter(({ dataDir }, index) => found.findIndex((other) => other.dataDir === dataDir) === index)
}

/** Fast shutdown, after ten seconds the immediate one. */
export async function endServers(servers) {
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ]) {
    const left = servers.filter(({ pid }) => isAlive(pid))
    for (const { pid } of left) read(() => process.kill(pid, signal))
    const deadline = Date.now() + patienceMs
    while (left.some(({ pid }) => isAlive(pid)) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

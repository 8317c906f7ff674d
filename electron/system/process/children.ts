import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { parseProcStat } from './linux-proc.ts'
import { readTool } from './read-tool.ts'
import { readWindowsProcesses } from './windows-processes.ts'

/** One process below another. */
export interface ChildProcessRow {
  readonly pid: number
  readonly ppid: number
  /** The title a process gives itself (`postgres: walwriter`), else its command line. */
  readonly title: string
}

const readLinuxRow = async (pid: string): Promise<ChildProcessRow | undefined> => {
  const stat = parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
  if (stat === undefined || stat.state === 'Z' || stat.state === 'X') return undefined
  return { pid: stat.pid, ppid: stat.ppid, title: stat.name }
}

const readLinuxTitle = async (row: ChildProcessRow): Promise<ChildProcessRow> => {
  const command = await readFile(`/proc/${row.pid}/cmdline`, 'utf8').catch(() => '')
  const title = command.replaceAll('\0', ' ').trim()
  return title === '' ? row : { ...row, title }
}

/** Parses `ps -axo pid=,ppid=,stat=,command=`; zombies are left out. */
export const parsePsRows = (text: string): readonly ChildProcessRow[] =>
  text.split('\n').flatMap((line) => {
    const [, pid, ppid, state, title] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    if (state === undefined || title === undefined || state.startsWith('Z')) return []
    return [{ pid: Number(pid), ppid: Number(ppid), title: title.trim() }]
  })

/** The rows below `pid`, parents before their children. */
export const descendantsOf = (pid: number, rows: readonly ChildProcessRow[]): readonly ChildProcessRow[] => {
  const found: ChildProcessRow[] = []
  const seen = new Set([pid])
  const waiting = [pid]
  for (let parent = waiting.shift(); parent !== undefined; parent = waiting.shift()) {
    for (const row of rows) {
      if (row.ppid !== parent || seen.has(row.pid)) continue
      seen.add(row.pid)
      found.push(row)
      waiting.push(row.pid)
    }
  }
  return found
}

/** The kernel's own list of a process's children; undefined where it was built without that list. */
const readLinuxChildPids = async (pid: number): Promise<readonly string[] | undefined> => {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' && existsSync(`/proc/${pid}/task/${thread}`) ? undefined : '',
      ),
    ),
  )
  if (lists.includes(undefined)) return undefined
  return lists.flatMap((list) => (list ?? '').split(' ').filter((word) => word !== ''))
}

const readLinuxTree = async (pid: number): Promise<readonly ChildProcessRow[] | undefined> => {
  const found: ChildProcessRow[] = []
  const waiting = [pid]
  for (let parent = waiting.shift(); parent !== undefined; parent = waiting.shift()) {
    const pids = await readLinuxChildPids(parent)
    if (pids === undefined) return undefined
    const rows = (await Promise.all(pids.map(readLinuxRow))).filter((row) => row !== undefined)
    found.push(...rows)
    waiting.push(...rows.map((row) => row.pid))
  }
  return found
}

const readAllLinuxRows = async () => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return (await Promise.all(pids.map(readLinuxRow))).filter((row) => row !== undefined)
}

/** Lists the live processes below `pid` at every depth, parents before their children. */
export const listChildren = async (pid: number): Promise<readonly ChildProcessRow[]> => {
  if (process.platform === 'linux') {
    const tree = (await readLinuxTree(pid)) ?? descendantsOf(pid, await readAllLinuxRows())
    return Promise.all(tree.map(readLinuxTitle))
  }
  if (process.platform === 'win32') return descendantsOf(pid, await readWindowsProcesses())
  const text = await readTool('ps', ['-ww', '-axo', 'pid=,ppid=,stat=,command='])
  return descendantsOf(pid, parsePsRows(text ?? ''))
}

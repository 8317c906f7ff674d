import path from 'node:path'
import { z } from 'zod'
import { readTool } from './read-tool.ts'
import { createShortMemory } from './short-memory.ts'

const powershell = () =>
  path.win32.join(
    process.env['SystemRoot'] ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  )

/** Tools that run here and say nothing, as where a policy blocks them: one such answer is enough for a minute. */
const silentTools = createShortMemory<string, true>(60_000)

const ask = async (tool: string, args: readonly string[]): Promise<string | undefined> => {
  if (silentTools.get(tool) === true) return undefined
  const text = await readTool(tool, args)
  if (text?.trim() !== '') return text
  silentTools.set(tool, true)
  return undefined
}

const askPowershell = (script: string) =>
  ask(powershell(), ['-NoProfile', '-NonInteractive', '-Command', script])

/** The image name in one line of `tasklist /FO CSV /NH`; undefined for its "no tasks" message, which is not CSV. */
export const parseTasklistName = (text: string): string | undefined =>
  /^"((?:[^"]|"")*)","\d+"/m.exec(text)?.[1]?.replaceAll('""', '"')

/** Whether there may be such a process: Node itself knows when there is none; who it is only tools tell. */
export const mayExist = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const findImageName = async (pid: number): Promise<string | undefined> => {
  const text = await ask('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])
  if (text !== undefined) return parseTasklistName(text)
  return (await readWindowsProcesses()).find((row) => row.pid === pid)?.name
}

/** Asking costs a program of its own. No longer than that: Windows soon gives the pid of an ended process to another. */
const names = createShortMemory<number, string>(2000)

/** Reads the image name of a process, such as `postgres.exe`; undefined when no such process exists. */
export const readWindowsImageName = async (pid: number): Promise<string | undefined> => {
  if (!mayExist(pid)) {
    names.forget(pid)
    return undefined
  }
  const known = names.get(pid)
  if (known !== undefined) return known
  const name = await findImageName(pid)
  if (name !== undefined) names.set(pid, name)
  return name
}

const nameToken = 'name '

/** Whether a token holds a name only: it tells a re-used pid from other programs, not from the same one. */
export const isNameToken = (token: string): boolean => token.startsWith(nameToken)

/** When a process started, by its token of `yyyyMMddHHmmssfff` in UTC; undefined for one that holds a name only. */
export const parseStartToken = (token: string): Date | undefined => {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(token)?.slice(1).map(Number)
  if (digits === undefined) return undefined
  const [year = 0, month = 0, ...rest] = digits
  return new Date(Date.UTC(year, month - 1, ...rest))
}

/**
 * Reads when a process started, as a token that no other process with the same pid can have.
 *
 * `tasklist` has no start time, `wmic` is gone from new Windows 11, and nothing in Node tells it: so PowerShell is asked
 * (about 0.3 s). Where it is blocked or silent, the image name stands in, see `isNameToken`.
 */
export const readWindowsStartToken = async (pid: number): Promise<string | undefined> => {
  if (!mayExist(pid)) return undefined
  const said = await askPowershell(
    `$p = Get-Process -Id ${pid} -ErrorAction SilentlyContinue; if (-not $p) { 'gone' } else {` +
      ` $t = $p.StartTime; if (-not $t) { $t = (Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CreationDate };` +
      ` if ($t) { 'started ' + $t.ToUniversalTime().ToString('yyyyMMddHHmmssfff', [Globalization.CultureInfo]::InvariantCulture) } else { 'not told' } }`,
  )
  if (said !== undefined && /^gone/m.test(said)) return undefined
  const started = said === undefined ? undefined : /^started (\d{17})/m.exec(said)?.[1]
  if (started !== undefined) return started
  const name = await findImageName(pid)
  return name === undefined ? undefined : `${nameToken}${name}`
}

const processRows = z.array(
  z.object({
    ProcessId: z.number(),
    ParentProcessId: z.number(),
    Name: z.string().nullable(),
    CommandLine: z.string().nullable(),
  }),
)

/** One process of Windows; `title` is its command line where this account may know it. */
export interface WindowsProcess {
  readonly pid: number
  readonly ppid: number
  readonly name: string
  readonly title: string
}

/** Parses `wmic process get CommandLine,Name,ParentProcessId,ProcessId`: columns in that order, as wide as their heads say. */
export const parseWmicProcesses = (text: string): readonly WindowsProcess[] => {
  const [head = '', ...lines] = text.split(/\r*\n/)
  const nameAt = head.indexOf('Name')
  return lines.flatMap((line) => {
    const title = line.slice(0, nameAt).trim()
    const [, name, ppid, pid] = /^(.*?)\s+(\d+)\s+(\d+)\s*$/.exec(line.slice(nameAt)) ?? []
    if (name === undefined) return []
    return [{ pid: Number(pid), ppid: Number(ppid), name, title: title === '' ? name : title }]
  })
}

/** Reads every process with its parent, by PowerShell, else by wmic; empty where both are missing. */
export const readWindowsProcesses = async (): Promise<readonly WindowsProcess[]> => {
  const text = await askPowershell(
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ConvertTo-Json -Compress -InputObject @(' +
      'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,Name,CommandLine)',
  )
  if (text === undefined) {
    const columns = 'CommandLine,Name,ParentProcessId,ProcessId'
    return parseWmicProcesses((await readTool('wmic', ['process', 'get', columns])) ?? '')
  }
  return processRows.parse(JSON.parse(text)).map((row) => ({
    pid: row.ProcessId,
    ppid: row.ParentProcessId,
    name: row.Name ?? '',
    title: row.CommandLine ?? row.Name ?? '',
  }))
}

import path from 'node:path'
import { z } from 'zod'
import { readTool } from './read-tool.ts'

const powershell = () =>
  path.win32.join(
    process.env['SystemRoot'] ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  )

const runPowershell = (script: string) =>
  readTool(powershell(), ['-NoProfile', '-NonInteractive', '-Command', script])

/** The image name in one line of `tasklist /FO CSV /NH`; undefined for its "no tasks" message, which is not CSV. */
export const parseTasklistName = (text: string): string | undefined =>
  /^"((?:[^"]|"")*)","\d+"/m.exec(text)?.[1]?.replaceAll('""', '"')

/** Reads the image name of a process, such as `postgres.exe`; undefined when no such process exists. */
export const readWindowsImageName = async (pid: number): Promise<string | undefined> => {
  const text = await readTool('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])
  return text === undefined ? undefined : parseTasklistName(text)
}

/**
 * Reads when a process started, as a token that no other process with the same pid can have.
 *
 * `tasklist` has no start time, `wmic` is gone from new Windows 11, and nothing in Node tells it: so PowerShell is asked
 * (about 0.3 s). Where there is none (wine), the image name stands in, which tells a re-used pid only from other programs.
 */
export const readWindowsStartToken = async (pid: number): Promise<string | undefined> => {
  const said = await runPowershell(
    `$p = Get-Process -Id ${pid} -ErrorAction SilentlyContinue; if (-not $p) { 'gone' } else {` +
      ` $t = $p.StartTime; if (-not $t) { $t = (Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CreationDate };` +
      ` 'started ' + $t.ToUniversalTime().ToString('yyyyMMddHHmmssfff') }`,
  )
  if (said !== undefined && /^gone/m.test(said)) return undefined
  const started = said === undefined ? undefined : /^started (\d{17})/m.exec(said)?.[1]
  if (started !== undefined) return started
  const name = await readWindowsImageName(pid)
  return name === undefined ? undefined : `name ${name}`
}

const processRows = z.array(
  z.object({
    ProcessId: z.number(),
    ParentProcessId: z.number(),
    Name: z.string().nullable(),
    CommandLine: z.string().nullable(),
  }),
)

/** Reads every process with its parent; empty where PowerShell is missing. */
export const readWindowsProcesses = async (): Promise<
  readonly { readonly pid: number; readonly ppid: number; readonly title: string }[]
> => {
  const text = await runPowershell(
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ConvertTo-Json -Compress -InputObject @(' +
      'Get-CimInstance Win32_Process | Select-Object ProcessId,ParentProcessId,Name,CommandLine)',
  )
  if (text === undefined || text.trim() === '') return []
  return processRows.parse(JSON.parse(text)).map((row) => ({
    pid: row.ProcessId,
    ppid: row.ParentProcessId,
    title: row.CommandLine ?? row.Name ?? '',
  }))
}

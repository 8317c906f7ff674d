import { readdir, readFile } from 'node:fs/promises'
import { parsePsRows } from './children.ts'
import { readWorkingDirectory } from './processes-in.ts'
import { readTool } from './read-tool.ts'

/** A live process and how it was called. */
export interface NamedProcess {
  readonly pid: number
  /** Program and arguments. macOS tells them as one text: there, those with blanks in them are cut. */
  readonly command: readonly string[]
  /** Where this account may know it (Linux). */
  readonly workingDir: string | undefined
}

/** Lists the processes whose name matches; none on Windows, where asking takes too long for a look in passing. */
export const listProcessesNamed = async (name: RegExp): Promise<readonly NamedProcess[]> => {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))
    return (await Promise.all(pids.map((pid) => readLinux(pid, name)))).filter((found) => found !== undefined)
  }
  if (process.platform === 'win32') return []
  const text = await readTool('ps', ['-ww', '-axo', 'pid=,ppid=,stat=,command='])
  return parsePsRows(text ?? '').flatMap(({ pid, title }) => {
    const command = title.split(/\s+/)
    const program = command[0]?.replace(/^.*\//, '') ?? ''
    return name.test(program) ? [{ pid, command, workingDir: undefined }] : []
  })
}

const readLinux = async (pid: string, name: RegExp): Promise<NamedProcess | undefined> => {
  const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  if (!name.test(comm.trim())) return undefined
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (text === '') return undefined
  const command = text.replace(/\0+$/, '').split('\0')
  return { pid: Number(pid), command, workingDir: await readWorkingDirectory(Number(pid)) }
}

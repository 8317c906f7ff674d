import { readFile, readdir, readlink } from 'node:fs/promises'
import { readProcessName } from '../process/identity.ts'
import { readTool } from '../process/read-tool.ts'

/** The process that listens on a port. */
export interface PortHolder {
  readonly pid: number
  readonly program: string
}

const LISTEN = '0A'

/** The socket inodes that listen on a port, from /proc/net/tcp or tcp6. Source: proc(5). */
export const parseListeningInodes = (text: string, port: number): readonly string[] => {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/)
    const inode = fields[9]
    const isOurs = fields[1]?.endsWith(suffix) === true && fields[3] === LISTEN
    return isOurs && inode !== undefined && inode !== '0' ? [inode] : []
  })
}

/** The pid that listens on a port, from `netstat -ano`; the state's name is translated there, the empty peer is not. */
export const parseNetstatListener = (text: string, port: number): number | undefined => {
  for (const line of text.split('\n')) {
    const [protocol, local, remote, , pid] = line.trim().split(/\s+/)
    const isListening = protocol === 'TCP' && (remote === '0.0.0.0:0' || remote === '[::]:0')
    if (isListening && local?.endsWith(`:${port}`) === true && pid !== undefined) return Number(pid)
  }
  return undefined
}

const readLinuxPid = async (port: number): Promise<number | undefined> => {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  )
  const sockets = new Set(
    tables.flatMap((text) => parseListeningInodes(text, port)).map((inode) => `socket:[${inode}]`),
  )
  if (sockets.size === 0) return undefined
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => [])
    const targets = await Promise.all(
      descriptors.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')),
    )
    if (targets.some((target) => sockets.has(target))) return Number(pid)
  }
  return undefined
}

/** The pid that listens on a Windows port, on any address; undefined when nobody does. */
export const readWindowsListener = async (port: number): Promise<number | undefined> =>
  parseNetstatListener((await readTool('netstat', ['-ano'])) ?? '', port)

const readMacPid = async (port: number) => {
  const text = await readTool('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp'])
  const pid = /^p(\d+)/m.exec(text ?? '')?.[1]
  return pid === undefined ? undefined : Number(pid)
}

/** Reads who listens on a port; undefined when nobody does, or when this account may not know. */
export const readPortHolder = async (port: number): Promise<PortHolder | undefined> => {
  const read =
    process.platform === 'linux'
      ? readLinuxPid
      : process.platform === 'win32'
        ? readWindowsListener
        : readMacPid
  const pid = await read(port)
  const program = pid === undefined ? undefined : await readProcessName(pid)
  return pid === undefined || program === undefined ? undefined : { pid, program: program.name }
}

import { createServer } from 'node:net'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { readExcludedRange, type PortRange } from './excluded-ports.ts'
import { readPortHolder, readWindowsListener, type PortHolder } from './port-holder.ts'

/** Whether a server could listen on a port now. */
export type PortState =
  | { readonly state: 'free' }
  /** The holder is absent where this account may not know it. */
  | { readonly state: 'taken'; readonly holder?: PortHolder }
  /** The system keeps it: below 1024 on Unix, ranges of Hyper-V on Windows. */
  | { readonly state: 'reserved'; readonly range?: PortRange }

const HIGHEST_PORT = 65_535

/** Binding is the only question that the system answers reliably; the socket is closed before this returns. */
const tryBind = (port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'))
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::1' }, () => {
      server.close(() => resolve(undefined))
    })
  })

/** Whether this process could listen at an address now. */
export const canListen = async (port: number, host: string): Promise<boolean> =>
  (await tryBind(port, host)) === undefined

const toState = async (port: number, code: string): Promise<PortState | undefined> => {
  if (code === 'EACCES') {
    const range = process.platform === 'win32' ? await readExcludedRange(port) : undefined
    return range === undefined ? { state: 'reserved' } : { state: 'reserved', range }
  }
  // No IPv6 on this machine, or no such address: then no server can be in the way there.
  if (code !== 'EADDRINUSE') return undefined
  const holder = await readPortHolder(port)
  return holder === undefined ? { state: 'taken' } : { state: 'taken', holder }
}

/**
 * Reads whether a port is free on 127.0.0.1, on ::1 and on all addresses together.
 *
 * On Windows listening on all addresses would open a firewall dialog, and binding one address succeeds beside a server on
 * all of them: there netstat is asked instead.
 */
export const readPortState = async (port: number): Promise<PortState> => {
  const isWindows = process.platform === 'win32'
  for (const host of isWindows ? ['127.0.0.1', '::1'] : ['127.0.0.1', '::1', '0.0.0.0']) {
    const code = await tryBind(port, host)
    const state = code === undefined ? undefined : await toState(port, code)
    if (state !== undefined) return state
  }
  if (isWindows && (await readWindowsListener(port)) !== undefined)
    return (await toState(port, 'EADDRINUSE')) ?? { state: 'taken' }
  return { state: 'free' }
}

/** The first free port from `from` on that is not in `except` (ports promised to others). Throws `port-search-failed`. */
export const findFreePort = async (
  from: number,
  { except = [] }: { readonly except?: readonly number[] } = {},
): Promise<number> => {
  for (let port = from; port <= HIGHEST_PORT; port++) {
    if (except.includes(port)) continue
    if ((await readPortState(port)).state === 'free') return port
  }
  throw new PgTandemError('port-search-failed', { from })
}

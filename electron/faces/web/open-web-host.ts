import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { closeCodes, rpcPath } from '../../../shared/contract/web-protocol.ts'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Host } from '../rpc/host.ts'
import { type Assets, compressAssets } from '../rpc/page/assets.ts'
import { checkKey } from './check-key.ts'
import { isFromOwnPage } from './same-origin.ts'
import { servePage } from './serve-page.ts'
import { serveSocket } from './serve-socket.ts'

export interface WebHostOptions {
  readonly host: Host
  readonly assets: Assets
  readonly key: string
  /** Undefined: the usual one, or one near it; 0: any. */
  readonly port: number | undefined
  /** A page has shown the key. */
  readonly onPage: () => void
}

export interface WebHost {
  readonly port: number
  /** Tells every page, and resolves when all sockets are closed. */
  close(): Promise<void>
}

/** The same from run to run where it is free: pages that are open, and bookmarks, find it again. */
const USUAL_PORT = 7432
const TRIED_PORTS = 10
const LARGEST_FRAME = 2 * 1024 * 1024
const MOST_PAGES = 32
const MOST_STRANGERS = 32
const CLOSE_WITHIN_MS = 1000

/**
 * Serves the page and its requests on 127.0.0.1.
 *
 * Throws `port-in-use` or `port-reserved` when `port` cannot be had.
 */
export async function openWebHost({ host, assets, key, port, onPage }: WebHostOptions): Promise<WebHost> {
  let bound = 0
  const server = createServer(servePage(assets, () => bound))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, clientTracking: true })
  server.on('upgrade', (request, raw, head) => {
    raw.on('error', () => raw.destroy())
    const [path] = (request.url ?? '').split('?', 1)
    const refusal =
      path !== rpcPath
        ? '404 Not Found'
        : !isFromOwnPage(request.headers, bound)
          ? '403 Forbidden'
          : pages.size >= MOST_PAGES
            ? '503 Service Unavailable'
            : undefined
    if (refusal !== undefined) {
      // Whoever never ends its own side would keep it open for ever.
      raw.once('finish', () => raw.destroy())
      raw.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    } else sockets.handleUpgrade(request, raw, head, greet)
  })
  // Apart, so that another account of this machine cannot keep a page out by sockets without a key.
  const pages = new Set<WebSocket>()
  const strangers = new Set<WebSocket>()
  const greet = (socket: WebSocket): void => {
    const [oldest] = strangers
    if (strangers.size >= MOST_STRANGERS) oldest?.terminate()
    strangers.add(socket)
    socket.once('close', () => [strangers, pages].forEach((group) => group.delete(socket)))
    // What a page sends wrongly, such as too large a frame, closes its socket; there is nothing to do about it.
    socket.on('error', () => undefined)
    checkKey(socket, key, () => {
      strangers.delete(socket)
      pages.add(socket)
      socket.send('{"ok":true}')
      serveSocket(socket, host)
      onPage()
    })
  }
  bound = await listenNear(server, port)
  const closing = new AbortController()
  void compressAssets(assets, closing.signal)
  return {
    port: bound,
    async close() {
      closing.abort()
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      for (const socket of sockets.clients) socket.close(closeCodes.goingAway)
      server.closeIdleConnections()
      const timer = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, CLOSE_WITHIN_MS)
      await closed
      clearTimeout(timer)
    },
  }
}

async function listenNear(server: Server, port: number | undefined): Promise<number> {
  if (port !== undefined) return listen(server, port)
  for (let tried = USUAL_PORT; tried < USUAL_PORT + TRIED_PORTS; tried += 1) {
    const bound = await listen(server, tried).catch((error: unknown) => {
      if (!(error instanceof PgTandemError)) throw error
      return undefined
    })
    if (bound !== undefined) return bound
  }
  return listen(server, 0)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening)
      const code =
        error.code === 'EADDRINUSE' ? 'port-in-use' : error.code === 'EACCES' ? 'port-reserved' : null
      reject(code === null ? error : new PgTandemError(code, { port }))
    }
    const onListening = (): void => {
      server.off('error', onError)
      resolve((server.address() as AddressInfo).port)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen({ port, host: '127.0.0.1', exclusive: true })
  })
}

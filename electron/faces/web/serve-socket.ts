import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import { closeCodes } from '../../../shared/contract/web-protocol.ts'
import type { Host } from '../rpc/host.ts'
import { router } from '../rpc/router.ts'
import { rpcOptions } from '../rpc/rpc-options.ts'
import { isRpcFrame } from '../rpc/rpc-frame.ts'
import { closeSocket } from './close-socket.ts'

const handler = new RPCHandler<Host>(router, rpcOptions)

/** What may wait for a page that does not take it, in bytes. */
const MOST_WAITING = 16 * 1024 * 1024
const PING_EVERY_MS = 15_000

/** Answers the requests of a page that has shown its key, until its socket closes. */
export function serveSocket(socket: WebSocket, host: Host): void {
  keepAlive(socket)
  // oRPC waits for what it returns, though the type of a socket has no room for it.
  const send: (data: string | Uint8Array) => unknown = (data) => sendAtItsPace(socket, data)
  void handler.upgrade(
    {
      addEventListener: (type, listener) => {
        socket.addEventListener(type, (event) => {
          if ('data' in event && !(typeof event.data === 'string' && isRpcFrame(event.data)))
            closeSocket(socket, closeCodes.badFrame)
          else if (typeof listener === 'function') listener(event)
        })
      },
      send,
    },
    // A copy for each socket: what it has open is counted by it.
    { context: { ...host } },
  )
}

/** Resolves when the system has taken it: a stream makes its next piece only then, of what is newest at that time. */
function sendAtItsPace(socket: WebSocket, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // A failure is followed by `close`, which ends everything that was under way for this socket.
    socket.send(data, () => resolve())
    if (socket.bufferedAmount > MOST_WAITING) closeSocket(socket, closeCodes.tooSlow)
  })
}

/** Ends a socket whose page is gone without a word. */
function keepAlive(socket: WebSocket): void {
  let answered = true
  const timer = setInterval(() => {
    if (!answered) socket.terminate()
    answered = false
    socket.ping()
  }, PING_EVERY_MS)
  socket.on('pong', () => {
    answered = true
  })
  socket.on('close', () => clearInterval(timer))
}

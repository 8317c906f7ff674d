import type { WebSocket } from 'ws'

const ANSWER_WITHIN_MS = 1000

/** Says why a socket is closed, and drops it when its page does not answer that within a second. */
export function closeSocket(socket: WebSocket, code: number): void {
  if (socket.readyState !== socket.OPEN) return
  socket.close(code)
  const timer = setTimeout(() => socket.terminate(), ANSWER_WITHIN_MS)
  socket.once('close', () => clearTimeout(timer))
}

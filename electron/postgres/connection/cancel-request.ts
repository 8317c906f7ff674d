import net from 'node:net'

const CANCEL_REQUEST_CODE = 80_877_102
const GIVE_UP_MS = 2_000

/** Where a session's server listens, and the key it gave the session. */
export interface CancelKey {
  readonly host: string
  readonly port: number
  readonly processId: number
  readonly secretKey: number
}

/**
 * Asks the server to stop the statement that a session runs (manual: protocol-flow, CancelRequest).
 *
 * Without it a statement whose client went away runs on until it has something to say. Never fails: the server does not
 * answer, and one that cannot be reached runs nothing.
 */
export const sendCancelRequest = (key: CancelKey): Promise<void> =>
  new Promise((resolve) => {
    const message = Buffer.alloc(16)
    message.writeInt32BE(16, 0)
    message.writeInt32BE(CANCEL_REQUEST_CODE, 4)
    message.writeInt32BE(key.processId, 8)
    message.writeInt32BE(key.secretKey, 12)
    const socket = key.host.startsWith('/')
      ? net.connect(`${key.host}/.s.PGSQL.${key.port}`)
      : net.connect(key.port, key.host)
    socket.setTimeout(GIVE_UP_MS, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.on('connect', () => socket.end(message))
    socket.resume()
  })

import { RPCLink } from '@orpc/client/websocket'
import { closeCodes, type KeyFrame, rpcPath } from '../../shared/contract/web-protocol.ts'
import type { Opened } from './open-link.ts'

/**
 * Connects to the host that served this page and shows it the key: first frame `{"key":…}`, answer `{"ok":true}`.
 *
 * Only then may anything else be sent; what the host answers afterwards is oRPC's.
 */
export function openWebLink(key: string): Promise<Opened> {
  const url = new URL(rpcPath, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  return new Promise((resolve) => {
    const broken = new Promise<void>((end) => {
      socket.addEventListener('close', (event) => {
        end()
        resolve(event.code === closeCodes.wrongKey ? 'wrong-key' : 'unreachable')
      })
    })
    socket.addEventListener('open', () => socket.send(JSON.stringify({ key } satisfies KeyFrame)), {
      once: true,
    })
    socket.addEventListener('message', () => resolve({ client: linkOver(socket), broken }), { once: true })
  })
}

/**
 * oRPC rejects what was under way when a socket closes, and then fails once more, unheard, to tell the other side of it.
 * A closed socket takes that and drops it.
 */
const linkOver = (socket: WebSocket): RPCLink<Record<never, never>> =>
  new RPCLink({
    websocket: {
      readyState: WebSocket.OPEN,
      addEventListener: socket.addEventListener.bind(socket),
      removeEventListener: socket.removeEventListener.bind(socket),
      send: (data) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(data)
      },
    },
  })

const STORED = 'pgtandem-key'

/** The key of this address: from its fragment, which is taken out of sight, else as kept for this origin. */
export function takeKey(): string | null {
  const found = /^#key=([A-Za-z0-9_-]+)$/.exec(window.location.hash)?.[1]
  if (found !== undefined) {
    window.localStorage.setItem(STORED, found)
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
    return found
  }
  return window.localStorage.getItem(STORED)
}

import { RPCLink } from '@orpc/client/message-port'
import { portMessage } from '../../shared/contract/port-protocol.ts'
import type { Opened } from './open-link.ts'

/** In Electron: one end of a channel goes to the main process, the other stays here. It lasts as long as the window. */
export function openDesktopLink(): Promise<Opened> {
  const { port1, port2 } = new MessageChannel()
  window.postMessage(portMessage, window.location.origin, [port2])
  port1.start()
  const broken = new Promise<void>((end) => {
    port1.addEventListener('close', () => end())
  })
  return Promise.resolve({ client: new RPCLink({ port: port1 }), broken })
}

/** The page came by the desktop's own scheme. */
export const isDesktop = (): boolean => window.location.protocol === 'app:'

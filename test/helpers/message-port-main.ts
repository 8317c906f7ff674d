import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'

/** Node's port with the manners of Electron's: `on('message')` gets an event with `data`, and nothing comes before `start`. */
class PortMain extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  constructor(private readonly port: MessagePort) {
    super()
    port.on('close', () => this.emit('close'))
  }
  postMessage(message: unknown): void {
    this.port.postMessage(message, [])
  }
  start(): void {
    this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  close(): void {
    this.port.close()
  }
}

/** A real channel: `page` is the renderer's end, `main` what the main process gets. */
export function createPortPair(): { readonly page: MessagePort; readonly main: MessagePortMain } {
  const { port1, port2 } = new MessageChannel()
  return { page: port1, main: new PortMain(port2) }
}

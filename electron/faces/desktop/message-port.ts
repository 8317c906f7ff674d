import { RPCHandler } from '@orpc/server/message-port'
import { ipcMain, type MessagePortMain } from 'electron'
import { portChannel } from '../../../shared/contract/port-protocol.ts'
import type { Host } from '../rpc/host.ts'
import { router } from '../rpc/router.ts'
import { isRpcFrame } from '../rpc/rpc-frame.ts'
import { rpcOptions } from '../rpc/rpc-options.ts'
import { pageOrigin } from './page/scheme.ts'
import type { MainWindow } from './window/main-window.ts'

/** Who handed a port over; as much of Electron's event as the decision needs. */
export interface Sender {
  readonly isOurWindow: boolean
  readonly frame: { readonly origin: string; readonly parent: unknown } | null
}

/** Whether a port came from the top frame of our own page, in our own window. Checked once: the port itself proves the rest. */
export const isOurPage = ({ isOurWindow, frame }: Sender): boolean =>
  isOurWindow && frame !== null && frame.parent === null && frame.origin === pageOrigin

/** Binds the contract to the port that the window's page hands over; a page that was loaded again hands over a new one. */
export function setupMessagePort(host: Host, { native }: Pick<MainWindow, 'native'>): void {
  const handler = new RPCHandler<Host>(router, rpcOptions)
  ipcMain.on(portChannel, ({ sender, senderFrame, ports }) => {
    const [port] = ports
    if (port === undefined) return
    if (isOurPage({ isOurWindow: sender === native.webContents, frame: senderFrame }))
      bindPort(port, handler, host)
    else {
      port.close()
      host.onBug(new Error(`a port was handed over by ${senderFrame?.url ?? 'a frame that is gone'}`), 'port')
    }
  })
}

/** The port's other end may ask for all that the contract holds, until it closes; what is no request closes it. */
export function bindPort(port: MessagePortMain, handler: RPCHandler<Host>, host: Host): void {
  let isOpen = true
  port.on('close', () => {
    isOpen = false
  })
  handler.upgrade(
    {
      on: (event, callback) => {
        if (event === 'close') port.on('close', () => callback())
        if (event !== 'message') return
        port.on('message', (message) => {
          const { data }: { readonly data: unknown } = message
          if (typeof data === 'string' && isRpcFrame(data)) callback(message)
          else port.close()
        })
      },
      // A stream may have made one more piece when its page is gone.
      postMessage: (data: unknown) => {
        if (isOpen) port.postMessage(data)
      },
    },
    // A copy for each port: what it has open is counted by it.
    { context: { ...host } },
  )
  port.start()
}

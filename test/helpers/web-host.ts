import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { type ClientOptions, WebSocket } from 'ws'
import type { ContractClient } from '../../shared/contract/contract.ts'
import { rpcPath } from '../../shared/contract/web-protocol.ts'
import type { Assets } from '../../electron/faces/rpc/page/assets.ts'
import { type OpenHost, openHost } from '../../electron/faces/rpc/open-host.ts'
import { openWebHost } from '../../electron/faces/web/open-web-host.ts'
import { createTestCore, type TestCore } from './test-core.ts'

export const testKey = 'k'.repeat(32)

/** A page of two files, as the build makes it. */
export const testAssets: Assets = {
  index: '<!doctype html><script type="module" nonce="__CSP_NONCE__" src="/assets/app-1.js"></script>',
  files: new Map([
    [
      '/assets/app-1.js',
      { type: 'text/javascript; charset=utf-8', immutable: true, raw: Buffer.from('// '.repeat(2000)) },
    ],
    ['/icon.svg', { type: 'image/svg+xml', immutable: false, raw: Buffer.from('<svg/>') }],
  ]),
}

/** The web face over a real core in a home of its own. */
export interface TestWeb {
  readonly core: TestCore
  readonly host: OpenHost
  readonly port: number
  readonly address: string
  close(): Promise<void>
}

export async function openTestWeb(): Promise<TestWeb> {
  const core = await createTestCore()
  const host = await openHost({ core, desktop: null, intervalMs: 200 })
  const web = await openWebHost({ host, assets: testAssets, key: testKey, port: 0, onPage: () => undefined })
  return {
    core,
    host,
    port: web.port,
    address: `127.0.0.1:${web.port}`,
    close: async () => {
      await web.close()
      await host.close()
      await core.clear()
    },
  }
}

/** A socket as a page of ours opens it, unless `options` say otherwise. */
export function openSocket(port: number, options: ClientOptions = {}): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${rpcPath}`, {
    origin: `http://127.0.0.1:${port}`,
    ...options,
  })
  socket.on('error', () => undefined)
  return socket
}

/** The code that a socket is closed with. */
export const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.on('close', (code) => resolve(code))
  })

export const nextMessage = (socket: WebSocket): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.once('message', (data: Buffer) => resolve(data.toString()))
  })

/** A socket that has shown the key. */
export async function openKeyedSocket(port: number): Promise<WebSocket> {
  const socket = openSocket(port)
  socket.on('open', () => socket.send(JSON.stringify({ key: testKey })))
  if ((await nextMessage(socket)) !== '{"ok":true}') throw new Error('the key was not taken')
  return socket
}

export interface TestPage {
  readonly api: ContractClient
  readonly socket: WebSocket
}

/** What the renderer has: the contract's client over a socket. */
export async function openTestPage(port: number): Promise<TestPage> {
  const socket = await openKeyedSocket(port)
  // What a browser's WebSocket is and a Node one is not is of no use to the client.
  const websocket = socket as unknown as globalThis.WebSocket
  return { socket, api: createORPCClient(new RPCLink({ websocket })) }
}

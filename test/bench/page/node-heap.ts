import { once } from 'node:events'
import { WebSocket, type MessageEvent } from 'ws'
import { waitUntil } from '../../helpers/test-pair.ts'

/** Where a Node program listens for debuggers after SIGUSR1. */
const INSPECTOR = '127.0.0.1:9229'

interface Answer {
  readonly id?: number
  readonly result?: { readonly usedSize?: number; readonly result?: { readonly value?: unknown } }
}

export interface NodeHeap {
  /** Bytes of the objects that live after a collection; resident memory tells of garbage, too. */
  readonly usedBytes: () => Promise<number>
  readonly close: () => void
}

/** Asks a running Node program about its heap, as a debugger would. */
export async function openNodeHeap(pid: number): Promise<NodeHeap> {
  process.kill(pid, 'SIGUSR1')
  let url = ''
  await waitUntil('the program listens for debuggers', async () => {
    const list = await fetch(`http://${INSPECTOR}/json/list`).catch(() => undefined)
    const targets = ((await list?.json()) ?? []) as readonly { readonly webSocketDebuggerUrl: string }[]
    url = targets[0]?.webSocketDebuggerUrl ?? ''
    return url !== ''
  })
  const socket = new WebSocket(url)
  await once(socket, 'open')
  let last = 0
  const call = (method: string, params = {}): Promise<Answer['result']> => {
    const id = ++last
    return new Promise((resolve) => {
      const take = ({ data }: MessageEvent): void => {
        const answer = (typeof data === 'string' ? JSON.parse(data) : {}) as Answer
        if (answer.id !== id) return
        socket.removeEventListener('message', take)
        resolve(answer.result)
      }
      socket.addEventListener('message', take)
      socket.send(JSON.stringify({ id, method, params }))
    })
  }
  const asked = await call('Runtime.evaluate', { expression: 'process.pid' })
  if (asked?.result?.value !== pid) throw new Error(`another program than ${pid} listens on ${INSPECTOR}`)
  return {
    usedBytes: async () => {
      await call('HeapProfiler.collectGarbage')
      return (await call('Runtime.getHeapUsage'))?.usedSize ?? Number.NaN
    },
    close: () => socket.close(),
  }
}

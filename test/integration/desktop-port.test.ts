import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bindPort } from '../../electron/faces/desktop/message-port.ts'
import { createPageRequests } from '../../electron/faces/desktop/page-requests.ts'
import type { Desktop, Host } from '../../electron/faces/rpc/host.ts'
import { openHost, type OpenHost } from '../../electron/faces/rpc/open-host.ts'
import { router } from '../../electron/faces/rpc/router.ts'
import type { ContractClient } from '../../shared/contract/contract.ts'
import { applyStateEvent, type LiveState } from '../../shared/model/live-state.ts'
import { createPortPair } from '../helpers/message-port-main.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'

vi.mock('electron', () => import('../helpers/electron-stub.ts'))

let core: TestCore
let host: OpenHost
const opened: string[] = []
/** How many streams of pages were left. */
let left = 0
const requests = createPageRequests()
const desktop: Desktop = {
  canStartAtLogin: true,
  updates: 'by-hand',
  openPath: (path) => Promise.resolve(void opened.push(path)),
  pickFolder: () => Promise.resolve('/picked'),
  pages: (signal) => {
    signal.addEventListener('abort', () => {
      left += 1
    })
    return requests.follow(signal)
  },
}

beforeAll(async () => {
  core = await createTestCore()
  host = await openHost({ core, desktop, intervalMs: 200 })
})
afterAll(async () => {
  await host.close()
  await core.clear()
})

/** A page with its port, bound as the main process does it. */
function openPage(): {
  readonly api: ContractClient
  readonly page: ReturnType<typeof createPortPair>['page']
} {
  const { page, main } = createPortPair()
  bindPort(main, new RPCHandler<Host>(router), host)
  // Node's ports are what browsers' are, as far as oRPC goes.
  const port = page as unknown as MessagePort
  port.start()
  return { api: createORPCClient(new RPCLink({ port })), page }
}

describe('the contract over a MessagePort', () => {
  it('says hello as the desktop', async () => {
    const { api, page } = openPage()
    expect(await api.session.hello()).toMatchObject({
      face: 'desktop',
      canOpenPaths: true,
      canStartAtLogin: true,
      updates: 'by-hand',
    })
    page.close()
  })

  it('makes an instance by plan and run, and tells of it in the state', async () => {
    const { api, page } = openPage()
    const answer = await api.operations.plan({
      operation: 'create',
      params: { name: 'app', port: 23_620, settings: quickSettings },
    })
    if (answer.kind !== 'plan') throw new Error(JSON.stringify(answer))
    const begun = await api.operations.run({ planId: answer.planId })
    if (begun.kind !== 'started') throw new Error(JSON.stringify(begun))
    let ended: string | undefined
    for await (const report of await api.jobs.watch({ job: begun.job })) ended = report.state
    expect(ended).toBe('done')

    const leaving = new AbortController()
    let state: LiveState | null = null
    for await (const event of await api.state.watch(undefined, { signal: leaving.signal })) {
      state = applyStateEvent(state, event)
      if (state?.instances.some((view) => view.name === 'app' && view.state === 'running') === true) break
    }
    leaving.abort()
    expect(state?.instances).toMatchObject([{ name: 'app', state: 'running', role: 'primary' }])
    const result = await api.instances.sql({ name: 'app', sql: 'select 40 + 2', maxRows: 10 })
    expect(result).toMatchObject({ kind: 'result', rows: [['42']] })
    page.close()
  })

  it('opens what is ours, and refuses other paths, as data', async () => {
    const { api, page } = openPage()
    await api.desktop.openPath({ path: core.home })
    await expect(api.desktop.openPath({ path: '/etc/passwd' })).rejects.toMatchObject({
      code: 'FAILED',
      data: { code: 'path-not-ours' },
    })
    expect(opened).toEqual([core.home])
    page.close()
  })

  it('refuses arguments that do not fit, naming the request', async () => {
    const { api, page } = openPage()
    const wrong = api.jobs.cancel({ job: 5 } as unknown as { job: string })
    await expect(wrong).rejects.toMatchObject({
      data: { code: 'invalid-request', params: { request: 'jobs.cancel' } },
    })
    page.close()
  })

  it('tells the page what tray and notifications want to see, also what was wanted before it was there', async () => {
    requests.ask('/settings')
    requests.ask('/instance/app')
    const { api, page } = openPage()
    const seen: string[] = []
    for await (const { path } of await api.desktop.pages()) {
      seen.push(path)
      if (seen.length === 2) break
      requests.ask('/jobs')
    }
    expect(seen).toEqual(['/instance/app', '/jobs'])
    page.close()
  })

  it.each([
    ['no text', { i: '1' }],
    ['no frame', 'x'],
    ['a frame of another kind', '{"i":"1","t":9}'],
  ])('closes a port that sends %s', async (_what, message) => {
    const { page } = openPage()
    const closed = vi.fn<() => void>()
    page.on('close', closed)
    page.postMessage(message, [])
    await waitUntil('the port is closed', () => Promise.resolve(closed.mock.calls.length > 0))
    expect(closed).toHaveBeenCalledOnce()
  })

  it('ends the streams of a page that is gone', async () => {
    const { api, page } = openPage()
    const before = left
    requests.ask('/jobs')
    const stream = await api.desktop.pages()
    expect((await stream.next()).value).toEqual({ path: '/jobs' })
    expect(left).toBe(before)
    page.close()
    await waitUntil('its stream has ended', () => Promise.resolve(left > before))
  })
})

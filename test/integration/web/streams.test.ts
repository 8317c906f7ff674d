import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeCodes } from '../../../shared/contract/web-protocol.ts'
import type { JobSummary } from '../../../shared/model/job.ts'
import type { StateEvent } from '../../../shared/model/live-state.ts'
import {
  closed,
  nextMessage,
  openKeyedSocket,
  openTestPage,
  openTestWeb,
  type TestPage,
  type TestWeb,
} from '../../helpers/web-host.ts'

let web: TestWeb

beforeAll(async () => {
  web = await openTestWeb()
})

afterAll(() => web.close())

/** Everything that a page hears of the state, until it leaves. */
function listen(page: TestPage): { readonly heard: StateEvent[]; readonly ended: Promise<string> } {
  const heard: StateEvent[] = []
  const follow = async (): Promise<string> => {
    try {
      for await (const event of await page.api.state.watch()) heard.push(event)
      return 'ended'
    } catch (error) {
      return error instanceof Error ? error.name : String(error)
    }
  }
  return { heard, ended: follow() }
}

const themesIn = (events: readonly StateEvent[]): readonly unknown[] =>
  events.flatMap((event) => (event.kind === 'change' && event.settings ? [event.settings.theme] : []))

test('every page gets a snapshot, and what one changes the others hear', async () => {
  const pages = await Promise.all([openTestPage(web.port), openTestPage(web.port), openTestPage(web.port)])
  const listeners = pages.map(listen)
  for (const { heard } of listeners) await expect.poll(() => heard[0]?.kind).toBe('snapshot')
  const [first] = pages
  expect(await first?.api.settings.change({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
  for (const { heard } of listeners) await expect.poll(() => themesIn(heard)).toEqual(['dark'])
  for (const { socket } of pages) socket.close()
})

test('a page that comes back begins with a snapshot of what it missed', async () => {
  const before = await openTestPage(web.port)
  const first = listen(before)
  await expect.poll(() => first.heard.length).toBeGreaterThan(0)
  before.socket.terminate()
  await first.ended
  await web.host.settings.change({ theme: 'light' })
  const after = await openTestPage(web.port)
  const second = listen(after)
  await expect
    .poll(() => second.heard[0])
    .toMatchObject({ kind: 'snapshot', state: { settings: { theme: 'light' } } })
  after.socket.close()
})

test('a page hears something at least every two seconds, so that it knows it is not forgotten', async () => {
  const page = await openTestPage(web.port)
  const { heard } = listen(page)
  await expect.poll(() => heard.length, { timeout: 5000 }).toBeGreaterThan(1)
  page.socket.close()
})

test('a page that does not read costs no memory: nothing is made for it until it reads again', async () => {
  let made = 0
  const flooding = vi.spyOn(web.host.live, 'follow').mockImplementation(async function* follow(signal) {
    while (!signal.aborted) {
      made += 1
      yield { kind: 'change', at: `${made} ${'x'.repeat(300_000)}` }
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
  })
  const page = await openTestPage(web.port)
  const { heard } = listen(page)
  await expect.poll(() => heard.length).toBeGreaterThan(3)
  page.socket.pause()
  let before = -1
  const stands = (): boolean => {
    const stood = made === before
    before = made
    return stood
  }
  // First the system's own buffers fill.
  await expect.poll(stands, { interval: 500, timeout: 10_000 }).toBe(true)
  const madeAtMost = made
  await expect.poll(stands, { interval: 500 }).toBe(true)
  expect(made).toBe(madeAtMost)
  page.socket.resume()
  await expect.poll(() => made).toBeGreaterThan(madeAtMost)
  flooding.mockRestore()
  page.socket.terminate()
})

test('a page that asks and does not take the answers is closed before they fill the memory', async () => {
  const socket = await openKeyedSocket(web.port)
  let asked = 0
  const answering = vi.spyOn(web.host.core, 'listJobs').mockImplementation(() => {
    asked += 1
    return Promise.resolve([{ ...emptyJob, id: 'x'.repeat(1_000_000) }])
  })
  socket.pause()
  for (let i = 1; i <= 64; i += 1) socket.send(`{"i":"${i}","p":{"u":"/jobs/list","b":{}}}`)
  await expect.poll(() => asked).toBeGreaterThanOrEqual(64)
  answering.mockRestore()
  let received = 0
  socket.on('message', (data: Buffer) => {
    received += data.length
  })
  const code = closed(socket)
  socket.resume()
  // Where this machine is busy, the goodbye behind 16 MB comes too late, and the socket is ended without it.
  const endedWithoutGoodbye = 1006
  expect([closeCodes.tooSlow, endedWithoutGoodbye]).toContain(await code)
  expect(received).toBeLessThan(32_000_000)
})

test('streams end when their page leaves', async () => {
  const page = await openTestPage(web.port)
  const real = web.host.live.follow.bind(web.host.live)
  let left = 0
  const counting = vi.spyOn(web.host.live, 'follow').mockImplementation(async function* follow(signal) {
    try {
      yield* real(signal)
    } finally {
      left += 1
    }
  })
  const { heard } = listen(page)
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  page.socket.terminate()
  await expect.poll(() => left).toBe(1)
  counting.mockRestore()
})

test('a page has at most 200 requests and streams open; one more is refused as others are, and other pages are not', async () => {
  const [socket, other] = await Promise.all([openKeyedSocket(web.port), openKeyedSocket(web.port)])
  const real = web.host.live.follow.bind(web.host.live)
  let followed = 0
  const counting = vi.spyOn(web.host.live, 'follow').mockImplementation(async function* follow(signal) {
    followed += 1
    try {
      yield* real(signal)
    } finally {
      followed -= 1
    }
  })
  const answers = new Map<string, string>()
  socket.on('message', (data: Buffer) => {
    const { i } = JSON.parse(data.toString()) as { readonly i: string }
    if (!answers.has(i)) answers.set(i, data.toString())
  })
  const ask = async (i: number, request = '/session/hello'): Promise<string> => {
    socket.send(`{"i":"${i}","p":{"u":"${request}"}}`)
    await expect.poll(() => answers.has(String(i))).toBe(true)
    return answers.get(String(i)) ?? ''
  }
  for (let i = 1; i <= 250; i += 1) socket.send(`{"i":"${i}","p":{"u":"/state/watch"}}`)
  await expect.poll(() => answers.size).toBe(250)
  expect(followed).toBe(200)
  const refused = [...answers.values()].filter((answer) => answer.includes('"too-many-requests"'))
  expect(refused).toHaveLength(50)
  expect(JSON.parse(refused[0] ?? '')).toMatchObject({
    p: { b: { json: { code: 'FAILED', data: { code: 'too-many-requests', params: { most: 200 } } } } },
  })
  expect(await ask(300)).toContain('"too-many-requests"')
  other.send('{"i":"1","p":{"u":"/session/hello"}}')
  expect(await nextMessage(other)).toContain('"web"')

  // Each one that is left makes room for another.
  socket.send('{"i":"1","t":4}')
  await expect.poll(() => followed).toBe(199)
  expect(await ask(301)).toContain('"web"')
  expect(await ask(302)).toContain('"web"')
  socket.close()
  other.close()
  await expect.poll(() => followed).toBe(0)
  counting.mockRestore()
})

const emptyJob: JobSummary = {
  id: '',
  operation: 'create',
  state: 'done',
  step: null,
  stepTitle: null,
  instances: [],
  startedAt: '',
  canResume: false,
  canUndo: false,
  damaged: null,
}

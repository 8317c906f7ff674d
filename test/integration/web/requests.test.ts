import { ORPCError } from '@orpc/client'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { StateEvent } from '../../../shared/model/live-state.ts'
import { openTestPage, openTestWeb, type TestPage, type TestWeb } from '../../helpers/web-host.ts'

let web: TestWeb
let page: TestPage

beforeAll(async () => {
  web = await openTestWeb()
  page = await openTestPage(web.port)
})

afterAll(async () => {
  page.socket.close()
  await web.close()
})

/** What a call fails with, as a window gets it. */
async function failureOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call }
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { code, defined, data } = error
    return { code, defined, data }
  }
}

const firstOf = async (stream: Promise<AsyncIterable<unknown>>): Promise<unknown> => {
  for await (const item of await stream) return item
  return undefined
}

const failed = (code: string, params: unknown = expect.anything()): unknown => ({
  code: 'FAILED',
  defined: true,
  data: expect.objectContaining({ code, params, message: expect.any(String), details: expect.any(Object) }),
})

test('the session tells what the page must know', async () => {
  expect(await page.api.session.hello()).toMatchObject({
    face: 'web',
    home: web.core.home,
    programVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    defaultMajor: expect.any(Number),
    canOpenPaths: false,
    canPickFolders: false,
    canStartAtLogin: false,
    updates: 'not-installed',
  })
})

test('a failure of the core arrives with its code, parameters, message and details', async () => {
  expect(await failureOf(page.api.instances.config({ name: 'none' }))).toEqual(
    failed('unknown-instance', { name: 'none' }),
  )
})

test('so does one of a stream, before its first piece', async () => {
  expect(await failureOf(firstOf(page.api.instances.log({ name: 'none', lines: 1 })))).toEqual(
    failed('unknown-instance', { name: 'none' }),
  )
  expect(await failureOf(firstOf(page.api.jobs.watch({ job: 'none' })))).toEqual(
    failed('unknown-job', { job: 'none' }),
  )
})

test('what only a desktop can do is refused', async () => {
  expect(await failureOf(page.api.desktop.openPath({ path: web.core.home }))).toEqual(
    failed('not-on-the-web'),
  )
})

test('arguments outside the contract are refused before anything is asked', async () => {
  const invalid = failed('invalid-request', { request: 'instances.sql' })
  const call = page.api.instances.sql
  const wrong = [
    {},
    { name: 1 },
    { name: 'x'.repeat(42), sql: 'select 1' },
    { name: 'a', sql: 'x', maxRows: 1e9 },
  ]
  for (const input of wrong) expect(await failureOf(Reflect.apply(call, undefined, [input]))).toEqual(invalid)
  expect(await failureOf(Reflect.apply(page.api.settings.change, undefined, [{ theme: 'pink' }]))).toEqual(
    failed('invalid-request', { request: 'settings.change' }),
  )
  expect(
    await failureOf(firstOf(Reflect.apply(page.api.instances.log, undefined, [{ name: 'a', lines: -1 }]))),
  ).toEqual(failed('invalid-request', { request: 'instances.log' }))
})

test('a parameter that does not fit an operation is an answer, a plan of nobody a failure', async () => {
  expect(
    await page.api.operations.plan({ operation: 'create', params: { name: 'Not a name' } }),
  ).toMatchObject({
    kind: 'refused',
    code: 'invalid-parameter',
    parameter: 'name',
  })
  expect(await failureOf(page.api.operations.run({ planId: 'made up' }))).toEqual(failed('plan-forgotten'))
  for (const operation of ['format-disk', 'constructor', '__proto__'])
    expect(await failureOf(page.api.operations.plan({ operation, params: {} }))).toEqual(
      failed('unknown-operation'),
    )
})

test('a request that the contract does not know is refused as one', async () => {
  const unknown = Reflect.get(page.api.session, 'leave') as () => Promise<unknown>
  const failure = await failureOf(unknown())
  expect(failure).toEqual(failed('invalid-request', { request: 'session.leave' }))
})

test('what nobody can cause is told as unexpected, and written to the log', async () => {
  const { core } = web.host
  const broken = vi.spyOn(core, 'listJobs').mockRejectedValue(new TypeError('a bug of the test'))
  expect(await failureOf(page.api.jobs.list())).toEqual(failed('unexpected'))
  broken.mockRestore()
  const log = path.join(core.home, 'logs', 'pgtandem.log')
  await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain('a bug of the test')
})

test('a failure in the middle of a stream arrives after what came before it', async () => {
  const { live } = web.host
  const broken = vi.spyOn(live, 'follow').mockImplementation(async function* follow(): AsyncGenerator<
    StateEvent,
    void,
    undefined
  > {
    yield { kind: 'snapshot', state: live.current() }
    throw new TypeError('a bug of the test')
  })
  const heard: unknown[] = []
  const listen = async (): Promise<void> => {
    for await (const event of await page.api.state.watch()) heard.push(event)
  }
  expect(await failureOf(listen())).toEqual(failed('unexpected'))
  expect(heard).toHaveLength(1)
  broken.mockRestore()
})

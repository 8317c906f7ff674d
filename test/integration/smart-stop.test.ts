import { afterEach, describe, expect, test } from 'vitest'
import type { Session } from '../../electron/postgres/connection/connect.ts'
import type { JobOutcome } from '../../shared/model/job.ts'
import { openLoadSession } from '../helpers/load.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { testInstallations } from '../helpers/test-server.ts'
import { waitUntil } from '../helpers/wait-until.ts'

let made: TestCore | undefined
let client: Session | undefined

afterEach(async () => {
  await client?.close().catch(() => undefined)
  await made?.clear()
  made = client = undefined
})

const stateOf = async (core: TestCore) => (await core.statusOf('alpha')).state

const goesOn = {
  state: 'failed',
  aftermath: 'open',
  error: { code: 'smart-stop-goes-on', params: { name: 'alpha' } },
}

/** A server that has a client, was told to stop smart, and whose job was cancelled then. */
const cancelSmartStop = async (binDir: string, port: number) => {
  const core = await createTestCore()
  made = core
  await core.perform('create', { name: 'alpha', port, pg: binDir, settings: quickSettings })
  const session = await openLoadSession(core, 'alpha')
  client = session
  const planned = await core.plan('stop', { name: 'alpha', mode: 'smart' })
  if (planned.kind === 'refused') throw new Error(planned.code)
  expect(planned.plan).toMatchObject({ confirmations: [], steps: [{ undo: 'point-of-no-return' }] })
  const cancel = new AbortController()
  const running = core.run(planned.plan, { signal: cancel.signal })
  await waitUntil('it stops', async () => (await stateOf(core)) === 'stopping')
  cancel.abort()
  expect(await running).toMatchObject({ ...goesOn, cancelled: true })
  const [job] = await core.listJobs('open')
  expect(job).toMatchObject({ operation: 'stop', state: 'failed', canResume: true, canUndo: true })
  return { core, session, job: job?.id ?? '' }
}

const isServed = async (session: Session): Promise<void> =>
  expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])

describe.each(testInstallations)('PostgreSQL $major: a smart stop that is cancelled', ({ major, binDir }) => {
  const port = 25_860 + (major % 3)
  const ways: readonly (readonly [string, (core: TestCore, job: string) => Promise<JobOutcome>, string])[] = [
    ['finished', (core, job) => core.resumeJob(job), 'stopped'],
    ['taken back', (core, job) => core.undoJob(job), 'running'],
  ]

  test.each(ways)('cuts no client; %s when they have left', async (_, end, state) => {
    const { core, session, job } = await cancelSmartStop(binDir, port)
    await isServed(session)
    expect(await core.undoJob(job)).toMatchObject(goesOn)
    expect(await stateOf(core)).toBe('stopping')
    await isServed(session)

    await session.close()
    await waitUntil('the last client has left', async () => (await stateOf(core)) === 'stopped')
    expect(await end(core, job)).toMatchObject({ state: 'done' })
    expect(await stateOf(core)).toBe(state)
    expect(await core.listJobs('open')).toEqual([])
  })

  test('leaves room for a fast stop, which ends it', async () => {
    const { core, session, job } = await cancelSmartStop(binDir, port)
    await core.perform('stop', { name: 'alpha', mode: 'fast' })
    expect(await session.closed).toMatchObject({ kind: 'lost' })
    expect(await core.resumeJob(job)).toMatchObject({ state: 'done' })
    expect(await stateOf(core)).toBe('stopped')
    expect(await core.listJobs('open')).toEqual([])
  })
})

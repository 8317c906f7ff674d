import { afterEach, expect, test } from 'vitest'
import type { JobOutcome } from '../../shared/model/job.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { testInstallations } from '../helpers/test-server.ts'
import { waitUntil } from '../helpers/wait-until.ts'

let core: TestCore | undefined

afterEach(async () => {
  await core?.clear()
  core = undefined
})

async function reclone(made: TestCore, name: string): Promise<JobOutcome> {
  const planned = await made.plan('reclone', { name })
  if (planned.kind === 'refused') throw new Error(planned.code)
  const outcome = await made.run(planned.plan)
  if (outcome.state === 'changed-world') throw new Error('the world has changed')
  return outcome
}

const streams = async (made: TestCore, name: string): Promise<boolean> =>
  (await made.statusOf(name)).walReceiver?.status === 'streaming'

async function makeCascade(port: number): Promise<TestCore> {
  const [newest] = testInstallations
  const made = await createTestCore()
  core = made
  await made.perform('create', { name: 'top', port, pg: newest?.binDir, settings: quickSettings })
  await made.perform('clone', { source: 'top', name: 'middle', port: port + 1 })
  await made.perform('clone', { source: 'middle', name: 'leaf', port: port + 2 })
  return made
}

/** Received up to the end of a segment, a standby needs nothing from before the next base backup. */
async function finishSegment(made: TestCore): Promise<void> {
  // 15 s after its start a primary writes a record for standbys by itself, and the next segment would be begun.
  await made.perform('restart', { name: 'top' })
  await waitUntil('both stream again', async () => (await streams(made, 'middle')) && streams(made, 'leaf'))
  await made.ask('top', 'select pg_switch_wal()')
  await made.waitUntilCaughtUp('leaf', 'top')
}

test('a standby below one that is made again streams again, where it lacks no WAL', async () => {
  const made = await makeCascade(23_200)
  await finishSegment(made)
  expect(await reclone(made, 'middle')).toMatchObject({ state: 'done', notes: [] })
  expect(await streams(made, 'leaf')).toBe(true)
})

test('a standby below that lacks WAL is named with the way out, and the new copy stays', async () => {
  const made = await makeCascade(23_210)
  await made.ask('top', 'create table told as select 1 as n')
  await made.waitUntilCaughtUp('leaf', 'top')
  const outcome = await reclone(made, 'middle')
  const reason = expect.stringMatching(/requested WAL segment \w+ has already been removed/) as string
  expect(outcome).toMatchObject({
    state: 'done',
    notes: [{ key: 'notices.standby-left-behind', params: { standby: 'leaf', upstream: 'middle', reason } }],
  })
  expect(await streams(made, 'middle')).toBe(true)
  // It asks again and again, and is seen to stream for the moment until it is refused.
  await waitUntil('leaf does not stream', async () => !(await streams(made, 'leaf')))
  expect(await reclone(made, 'leaf')).toMatchObject({ state: 'done', notes: [] })
  expect(await made.ask('leaf', 'select n from told')).toBe('1')
})

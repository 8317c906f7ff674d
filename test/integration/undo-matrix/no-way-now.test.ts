import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FaultPlace, FaultReply, FaultRequest } from '../../helpers/fault-program.ts'
import { buildFaultProgram } from '../../helpers/undo-matrix/describe-matrix.ts'
import { runChild } from '../../helpers/undo-matrix/run-child.ts'
import { createTestCore, quickSettings, type TestCore } from '../../helpers/test-core.ts'

const port = 23_180

let core: TestCore
let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-no-way-'))
  program = await buildFaultProgram(path.join(folder, 'program'))
  core = await createTestCore()
  await core.perform('create', { name: 'alpha', port, pg: '18', settings: quickSettings })
})

afterAll(async () => {
  await core.clear()
  await rm(folder, { recursive: true, force: true })
})

const act = (request: Partial<FaultRequest> & Pick<FaultRequest, 'action'>) =>
  runChild(program, {
    home: core.home,
    operation: 'clone',
    params: { source: 'alpha', name: 'beta', port: port + 1, method: 'copy' },
    killAt: null,
    failAt: null,
    verify: [],
    ...request,
  })

const done = async (reply: Promise<FaultReply | 'killed'>): Promise<FaultReply> => {
  const told = await reply
  if (told === 'killed') throw new Error('the program was killed')
  return told
}

const slots = () => core.ask('alpha', 'select count(*) from pg_replication_slots')

test('undo waits for an upstream that is down, and is completed when it is back', async () => {
  const points = (await done(act({ action: 'run' }))).passed
  await core.perform('remove', { name: 'beta', deleteData: true })
  const wait = points.find((place): place is FaultPlace => place.step.endsWith('-wait'))
  if (wait === undefined) throw new Error('the clone does not wait')
  expect(await act({ action: 'run', killAt: wait })).toBe('killed')
  await core.perform('stop', { name: 'alpha', mode: 'immediate' })

  const first = await done(act({ action: 'undo' }))
  expect(first.listed).toMatchObject([{ operation: 'clone', state: 'interrupted', canUndo: true }])
  expect(first.outcome).toMatchObject({ state: 'failed', aftermath: 'open' })
  expect(await core.listJobs('open')).toMatchObject([{ state: 'failed', canUndo: true, canResume: false }])

  await core.perform('start', { name: 'alpha' })
  expect(await slots()).toBe('1')
  expect((await done(act({ action: 'undo' }))).outcome).toMatchObject({ state: 'done' })
  expect(await slots()).toBe('0')
  expect(await core.listJobs('open')).toEqual([])
  expect((await core.status()).map(({ name }) => name)).toEqual(['alpha'])
})

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../electron/postgres/connection/connect.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { buildFaultProgram } from '../helpers/undo-matrix/describe-matrix.ts'
import { runChild } from '../helpers/undo-matrix/run-child.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { startTestServer, stopTestServer, testInstallations } from '../helpers/test-server.ts'

const port = 25_870
const [bundled] = testInstallations
if (bundled === undefined) throw new Error('no installation to test with')
const { binDir } = bundled

let core: TestCore
let folder = ''
let program = ''
let byHand: InstanceTarget | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-in-use-'))
  program = await buildFaultProgram(path.join(folder, 'program'))
  core = await createTestCore([binDir])
})

afterEach(async () => {
  if (byHand !== undefined) await stopTestServer(byHand, 'immediate')
})

afterAll(async () => {
  await core.clear()
  await rm(folder, { recursive: true, force: true })
})

/** Runs an operation that is killed at this step, and goes on by hand: starts its server. */
const killedAndStarted = async (
  operation: string,
  params: { readonly name: string },
  at: { readonly kind: string; readonly point: 'before' | 'after' },
): Promise<{ readonly target: InstanceTarget; readonly job: string }> => {
  const planned = await core.plan(operation, params)
  if (planned.kind === 'refused') throw new Error(planned.code)
  const step = planned.plan.steps.find(({ kind }) => kind === at.kind)?.id ?? ''
  const killAt = { phase: 'run', step, point: at.point, nth: 1 } as const
  const request = { home: core.home, operation, params, killAt, failAt: null, verify: [] }
  expect(await runChild(program, { ...request, action: 'run' })).toBe('killed')
  const target = planned.plan.targets[params.name]
  if (target === undefined) throw new Error('no target')
  byHand = target
  await startTestServer(target)
  const [job] = await core.listJobs('open')
  return { target, job: job?.id ?? '' }
}

const inUse = ({ dataDir: path }: InstanceTarget) => ({
  state: 'failed',
  aftermath: 'open',
  error: { code: 'data-directory-in-use', params: { path } },
})

test('undo deletes no new data directory that a server was started on by hand', async () => {
  const params = { name: 'gamma', port: port + 2, pg: binDir, settings: quickSettings }
  const { target, job } = await killedAndStarted('create', params, { kind: 'configure', point: 'after' })
  const session = await openSession(target)
  await session.query('create table kept as select generate_series(1, 1000) as n')

  expect(await core.undoJob(job)).toMatchObject(inUse(target))
  await session.query('checkpoint')
  expect(await session.query('select count(*) from kept')).toEqual([{ count: '1000' }])
  await session.close()
  expect(await core.listJobs('open')).toMatchObject([{ id: job, canUndo: true }])

  await stopTestServer(target)
  expect(await core.undoJob(job)).toMatchObject({ state: 'done' })
  expect(existsSync(target.dataDir)).toBe(false)
  expect(await core.listJobs('open')).toEqual([])
})

test('undo takes no copy away from a standby that was started by hand', async () => {
  await core.perform('create', { name: 'alpha', port, pg: binDir, settings: quickSettings })
  const params = { source: 'alpha', name: 'beta', port: port + 1, method: 'copy' }
  const { target, job } = await killedAndStarted('clone', params, { kind: 'start-server', point: 'before' })

  expect(await core.undoJob(job)).toMatchObject(inUse(target))
  expect(existsSync(path.join(target.dataDir, 'PG_VERSION'))).toBe(true)
  const session = await openSession(target)
  expect(await session.query('select pg_is_in_recovery() as standby')).toEqual([{ standby: 't' }])
  await session.close()

  await stopTestServer(target)
  expect(await core.undoJob(job)).toMatchObject({ state: 'done' })
  expect(existsSync(target.dataDir)).toBe(false)
  expect(await core.ask('alpha', 'select count(*) from pg_replication_slots')).toBe('0')
  expect(await core.listJobs('open')).toEqual([])
})

import { existsSync } from 'node:fs'
import { readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openCatalogue } from '../../electron/core/instances/catalogue.ts'
import type { Faults } from '../../electron/core/plan/job/job-runtime.ts'
import type { Plan } from '../../electron/core/plan/plan.ts'
import { runProgram } from '../../electron/system/process/run-program.ts'
import { expectVerified } from '../helpers/major-scenario.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { program, testInstallations } from '../helpers/test-server.ts'

const port = 25_900
const [bundled] = testInstallations
if (bundled === undefined) throw new Error('no installation to test with')
const { binDir } = bundled

let made: TestCore | undefined
let atPoint: Faults = () => undefined
const listener = net.createServer()

afterEach(async () => {
  atPoint = () => undefined
  listener.close()
  await made?.clear()
  made = undefined
})

const createCore = async (): Promise<TestCore> => {
  made = await createTestCore([], (...point) => atPoint(...point))
  return made
}

const createAlpha = async (settings = {}, programs = binDir): Promise<TestCore> => {
  const core = await createCore()
  await core.perform('create', {
    name: 'alpha',
    port,
    pg: programs,
    settings: { ...quickSettings, ...settings },
  })
  return core
}

const planOf = async (core: TestCore, operation: string, params: unknown): Promise<Plan> => {
  const planned = await core.plan(operation, params)
  if (planned.kind === 'refused') throw new Error(`${planned.code} ${JSON.stringify(planned.params)}`)
  return planned.plan
}

const takePort = (number: number) =>
  new Promise<void>((resolve) => listener.listen(number, '127.0.0.1', resolve))

const slotsOf = (core: TestCore, name: string) => core.ask(name, 'select count(*) from pg_replication_slots')

const expectNoTrace = async (core: TestCore, name: string): Promise<void> => {
  const { path: catalogue } = openCatalogue(core.home)
  const entries = existsSync(catalogue) ? await readFile(catalogue, 'utf8') : ''
  expect(entries).not.toContain(`"${name}"`)
  expect((await readdir(path.join(core.home, 'instances')).catch((): string[] => [])).includes(name)).toBe(
    false,
  )
  expect(await core.listJobs('open')).toEqual([])
}

test('a port that is taken between plan and run: nothing is done, and the new plan says why', async () => {
  const core = await createCore()
  const plan = await planOf(core, 'create', { name: 'alpha', port, pg: binDir })
  await takePort(port)
  expect(await core.run(plan)).toMatchObject({
    state: 'changed-world',
    planned: { kind: 'refused', code: 'port-taken' },
  })
  await expectNoTrace(core, 'alpha')
})

test('a port that is taken while it runs: the reason is told and everything undone', async () => {
  const core = await createCore()
  atPoint = (point, { kind }, phase) =>
    point === 'before' && kind === 'start-server' && phase === 'run' ? takePort(port) : undefined
  const outcome = await core.run(await planOf(core, 'create', { name: 'alpha', port, pg: binDir }))
  expect(outcome).toMatchObject({
    state: 'failed',
    aftermath: 'undone',
    error: { code: 'server-not-started', params: { reason: expect.stringMatching(/could not bind/) } },
  })
  await expectNoTrace(core, 'alpha')
})

test('a second operation on an instance at work is refused as busy, and changes nothing', async () => {
  const core = await createAlpha()
  const second = await planOf(core, 'config', { name: 'alpha', settings: { work_mem: '9MB' } })
  const configFile = path.join(core.home, 'instances/alpha/data/postgresql.conf')
  const before = await readFile(configFile, 'utf8')
  let refused: unknown
  let plannedMeanwhile: unknown
  atPoint = async (point) => {
    if (point !== 'before' || refused !== undefined) return
    refused = await core.run(second).catch((error: unknown) => error)
    plannedMeanwhile = await core.plan('config', { name: 'alpha', settings: { work_mem: '9MB' } })
  }
  await core.perform('restart', { name: 'alpha' })
  expect(refused).toMatchObject({ code: 'instance-busy', params: { name: 'alpha', operation: 'restart' } })
  expect(plannedMeanwhile).toMatchObject({ kind: 'refused', code: 'instance-busy' })
  expect(await readFile(configFile, 'utf8')).toBe(before)
  expect(await core.ask('alpha', 'show work_mem')).toBe('4MB')
})

describe.each(testInstallations)('PostgreSQL $major', ({ major, binDir: programs }) => {
  const methods = existsSync(program(programs, 'pg_basebackup')) ? ['copy', 'basebackup'] : ['copy']

  test.each(methods)(
    'a source stopped in a base backup (%s): open until it runs again, then undone',
    async (method) => {
      const core = await createAlpha({}, programs)
      const { dataDir } = await core.statusOf('alpha')
      let stopped = false
      atPoint = async (point, { kind }, phase) => {
        if (point !== 'inside' || kind !== 'base-backup' || phase !== 'run' || stopped) return
        stopped = true
        const stop = ['stop', '-D', dataDir, '-m', 'immediate', '-w', '-s']
        await runProgram(program(programs, 'pg_ctl'), stop, { stdio: 'ignore', expectedExitCodes: [0, 1] })
      }
      const outcome = await core.run(
        await planOf(core, 'clone', { source: 'alpha', name: 'beta', port: port + 1, method }),
      )
      expect(outcome).toMatchObject({ state: 'failed', aftermath: 'open', cancelled: false })
      const [job] = await core.listJobs('open')
      expect(job).toMatchObject({ operation: 'clone', state: 'failed', canUndo: true })
      expect(existsSync(path.join(core.home, 'instances/beta/data'))).toBe(false)
      expect(existsSync(path.join(core.home, 'instances/beta/data.partial'))).toBe(false)
      expect((await core.statusOf('alpha')).state).toBe('crashed')

      await runProgram(
        program(programs, 'pg_ctl'),
        ['start', '-D', dataDir, '-l', path.join(core.home, 'by-hand.log'), '-w', '-s'],
        { stdio: 'ignore' },
      )
      expect(await slotsOf(core, 'alpha')).toBe('1')
      expect(await core.undoJob(job?.id ?? '')).toMatchObject({ state: 'done' })
      expect(await slotsOf(core, 'alpha')).toBe('0')
      await expectNoTrace(core, 'beta')
      await core.perform('clone', { source: 'alpha', name: 'beta', port: port + 1, method })
      await expectVerified(core, 'beta')
      expect(major).toBeGreaterThan(0)
    },
  )
})

/** A folder on a disk of its own of at most 1 GB, empty; only root can mount one. */
const smallDisk = process.env['PGTANDEM_TEST_SMALL_DISK']
const why = smallDisk === undefined ? ' (skipped: PGTANDEM_TEST_SMALL_DISK names no small disk)' : ''

describe.skipIf(smallDisk === undefined)(`a small disk${why}`, () => {
  const disk = smallDisk ?? ''
  const filler = path.join(disk, 'filler')
  const fill = async (leaveBytes: number): Promise<void> => {
    const { bavail, bsize } = await statfs(disk)
    await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes), 1))
  }
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(filler, { force: true })
  })

  test('too small for a copy: refused with what is needed and what is there', async () => {
    const core = await createAlpha()
    await fill(20_000_000)
    const planned = await core.plan('clone', {
      source: 'alpha',
      name: 'beta',
      dataDir: path.join(disk, 'beta'),
    })
    expect(planned).toMatchObject({ kind: 'refused', code: 'disk-too-full' })
  })

  test.each([
    ['base-backup', 'copy-disk-full'],
    ['start-server', 'server-not-started'],
  ])(
    'that fills up before %s of a clone: the reason is told and nothing is left',
    async (kindOfStep, code) => {
      const core = await createAlpha()
      atPoint = async (point, { kind }, phase) => {
        if (point === 'before' && kind === kindOfStep && phase === 'run')
          await fill(kind === 'base-backup' ? 5_000_000 : 0)
      }
      const params = { source: 'alpha', name: 'beta', port: port + 1, dataDir: path.join(disk, 'beta') }
      const outcome = await core.run(await planOf(core, 'clone', params))
      expect(outcome).toMatchObject({ state: 'failed', aftermath: 'undone', error: { code } })
      await expectNoTrace(core, 'beta')
      expect((await readdir(disk)).filter((name) => name !== 'filler')).toEqual([])
      expect(await slotsOf(core, 'alpha')).toBe('0')
    },
  )

  test('that holds the home too: a failure that the journal has no room for is undone all the same', async () => {
    vi.stubEnv('TMPDIR', disk)
    const core = await createAlpha()
    atPoint = async (point, { kind }, phase) => {
      if (point !== 'after' || kind !== 'base-backup' || phase !== 'run') return
      await fill(0)
      throw new Error(`more than the last block has room for: ${'x'.repeat(20_000)}`)
    }
    const outcome = await core.run(
      await planOf(core, 'clone', { source: 'alpha', name: 'beta', port: port + 1 }),
    )
    expect(outcome).toMatchObject({ state: 'failed', aftermath: 'undone', error: { code: 'unexpected' } })
    const [job] = (await core.listJobs()).toReversed()
    expect((await core.readJob(job?.id ?? '')).error).toBeNull()
    await expectNoTrace(core, 'beta')
    expect(await slotsOf(core, 'alpha')).toBe('0')
  })

  test('that fills up before a new primary starts: the reason is told and nothing is left', async () => {
    const core = await createCore()
    atPoint = async (point, { kind }, phase) => {
      if (point === 'before' && kind === 'start-server' && phase === 'run') await fill(0)
    }
    const params = { name: 'alpha', port, pg: binDir, dataDir: path.join(disk, 'alpha') }
    const outcome = await core.run(await planOf(core, 'create', params))
    expect(outcome).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      error: { code: 'server-not-started' },
    })
    await expectNoTrace(core, 'alpha')
    expect((await readdir(disk)).filter((name) => name !== 'filler')).toEqual([])
  })
})

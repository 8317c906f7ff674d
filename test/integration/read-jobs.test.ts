import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FaultRequest } from '../helpers/fault-program.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { buildFaultProgram } from '../helpers/undo-matrix/describe-matrix.ts'
import { runChild } from '../helpers/undo-matrix/run-child.ts'

const port = 24_230

let core: TestCore
let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-read-jobs-'))
  program = await buildFaultProgram(path.join(folder, 'program'))
  core = await createTestCore()
  const { installations } = await core.installations.list()
  const newest = installations.find(({ major }) => major === 18)
  if (newest === undefined) throw new Error('PostgreSQL 18 is not there')
  // The program lies in another folder, from where it does not find what comes with this one.
  await core.installations.add(newest.binDir)
})

afterAll(async () => {
  await core.clear()
  await rm(folder, { recursive: true, force: true })
})

const create = (request: Partial<FaultRequest>) =>
  runChild(program, {
    home: core.home,
    action: 'run',
    operation: 'create',
    params: { name: 'alpha', port, pg: '18', settings: quickSettings },
    killAt: null,
    failAt: null,
    verify: [],
    ...request,
  })

const startStep = { phase: 'run', step: '06-start-server', point: 'before', nth: 1 } as const

test('a job whose program was killed tells its steps, what is left and what would be taken back', async () => {
  expect(await create({ killAt: startStep })).toBe('killed')
  const [job] = await core.listJobs('open')
  if (job === undefined) throw new Error('no job is open')
  const report = await core.readJob(job.id)
  expect(report).toMatchObject({ state: 'interrupted', aftermath: 'open', elsewhere: false, canResume: true })
  const done = report.steps.filter(({ state }) => state === 'done')
  expect(done.length).toBe(5)
  expect(done.every(({ elapsedMs }) => elapsedMs !== null)).toBe(true)
  expect(report.steps.filter(({ state }) => state !== 'done').map(({ state }) => state)).not.toContain(
    'running',
  )

  const { resume, undo } = await core.jobOutlook(job.id)
  if (resume.kind !== 'possible' || undo.kind !== 'possible') throw new Error('it is refused')
  expect(resume.steps[0]?.id).toBe(startStep.step)
  expect(resume.steps.length).toBe(report.steps.length - done.length)
  expect(undo.steps.map(({ id }) => id)).toEqual(done.map(({ id }) => id).toReversed())

  expect(await core.undoJob(job.id)).toMatchObject({ state: 'done' })
  const after = await core.readJob(job.id)
  expect(after).toMatchObject({ state: 'undone', aftermath: 'undone', canUndo: false })
  expect(after.steps.map(({ state }) => state)).toEqual(
    report.steps.map(({ state }) => (state === 'done' ? 'undone' : 'waiting')),
  )
})

test('a failed one that was taken back tells at which step, in the words of the failure', async () => {
  await create({ failAt: startStep })
  const [job] = (await core.listJobs()).toReversed()
  if (job === undefined) throw new Error('there is no job')
  const report = await core.readJob(job.id)
  expect(report).toMatchObject({ state: 'undone', error: { code: 'unexpected' } })
  expect(report.steps.find(({ error }) => error !== null)).toMatchObject({
    id: startStep.step,
    error: { message: expect.stringContaining('made to fail') },
  })
})

test('one that is not there, and one with a damaged journal, are refused by name', async () => {
  await expect(core.readJob('20261121-080000-create-0000')).rejects.toMatchObject({ code: 'unknown-job' })
  await expect(core.readJob('../catalogue')).rejects.toMatchObject({ code: 'unknown-job' })
  const [ended] = await core.listJobs()
  if (ended === undefined) throw new Error('there is no job')
  const journal = path.join(core.home, 'journal')
  const damaged = '20261121-080000-create-ffff'
  const text = await readFile(path.join(journal, 'ended', `${ended.id}.jsonl`), 'utf8')
  await writeFile(path.join(journal, `${damaged}.jsonl`), text.replace('"steps"', '"stepz'))
  await appendFile(path.join(journal, `${damaged}.jsonl`), '{}\n')
  await expect(core.readJob(damaged)).rejects.toMatchObject({ code: 'journal-damaged' })
  await rm(path.join(journal, `${damaged}.jsonl`))
})

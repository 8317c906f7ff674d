import { existsSync } from 'node:fs'
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../../../electron/core/instances/catalogue.ts'
import { openJournalFolder } from '../../../../../electron/core/plan/job/journal.ts'
import { lockInstances } from '../../../../../electron/core/plan/job/instance-locks.ts'
import { listJobs } from '../../../../../electron/core/plan/job/list-jobs.ts'
import type { Faults, JobServices } from '../../../../../electron/core/plan/job/job-runtime.ts'
import { resumeJob, runJob, undoJob } from '../../../../../electron/core/plan/job/run-job.ts'
import type { Plan } from '../../../../../electron/core/plan/plan.ts'
import { writeFile as writeFileStep } from '../../../../../electron/core/plan/steps/configuration.ts'
import { createDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import type { JobEvent } from '../../../../../shared/model/job.ts'
import { linuxTarget, planOf } from '../preview/plans.ts'

const yes = { confirm: () => Promise.resolve(true) }
const deadOwner = { pid: 2_000_000_000, startToken: 'nobody' }

let home = ''
let folder = ''
let plan: Plan

const servicesWith = (faults?: Faults): JobServices => ({
  home,
  programVersion: '1',
  catalogue: openCatalogue(home),
  journals: openJournalFolder(home),
  ...(faults ? { faults } : {}),
})

const textFile = (name: string) =>
  writeFileStep(null, { path: path.join(folder, name), content: name, encoding: 'utf8', executable: false })

/** A job as a killed program leaves it: its first step done, its second one begun. */
const leaveBehind = async (id: string, programVersion = '1'): Promise<void> => {
  const [first, second] = plan.steps
  const log = openJournalFolder(home).open(id)
  const at = new Date().toISOString()
  await log.append({ type: 'job', id, operation: 'create', programVersion, plan, owner: deadOwner, at })
  await log.append({ type: 'step-begun', step: first?.id ?? '', before: { made: folder }, at })
  await mkdir(folder)
  await log.append({ type: 'step-done', step: first?.id ?? '', at })
  await log.append({ type: 'step-begun', step: second?.id ?? '', before: { existed: false }, at })
  await writeFile(path.join(folder, 'a'), 'a')
  await log.close()
}

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-jobs-'))
  await mkdir(path.join(home, 'journal'))
  folder = path.join(home, 'out')
  plan = planOf([linuxTarget('main')], [createDirectory('main', folder), textFile('a'), textFile('b')])
})
afterEach(() => rm(home, { recursive: true, force: true }))

describe('runJob', () => {
  it('lists jobs of the same second in the order in which they began', async () => {
    const services = servicesWith()
    const begun: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      await runJob(
        planOf([linuxTarget('main')], [createDirectory('main', path.join(home, name))]),
        services,
        {
          ...yes,
          onEvent: (event) => {
            if (event.kind === 'job-started') begun.push(event.job)
          },
        },
      )
    expect((await listJobs(services.journals, '1')).map(({ id }) => id)).toEqual(begun)
  })

  it('runs every step, tells of it, and files the journal away', async () => {
    const events: JobEvent[] = []
    const services = servicesWith()
    const outcome = await runJob(plan, services, { ...yes, onEvent: (event) => events.push(event) })
    expect(outcome).toMatchObject({ state: 'done', changed: true })
    expect(await readdir(folder)).toEqual(['a', 'b'])
    expect(events.map(({ kind }) => kind)).toEqual([
      'job-started',
      ...plan.steps.flatMap(() => ['step-started', 'step-done']),
    ])
    expect(await services.journals.listOpen()).toEqual([])
    expect(await listJobs(services.journals, '1')).toMatchObject([
      { operation: 'create', state: 'done', canResume: false, canUndo: false, instances: ['main'] },
    ])
  })

  it('writes nothing for an empty plan, and nothing when it is not confirmed', async () => {
    const services = servicesWith()
    const empty = { ...plan, steps: [] }
    expect(await runJob(empty, services, yes)).toMatchObject({ state: 'done', changed: false })
    expect(await runJob(plan, services, { confirm: () => Promise.resolve(false) })).toBe('not-confirmed')
    expect(await listJobs(services.journals, '1')).toEqual([])
    expect(existsSync(folder)).toBe(false)
  })

  it.each(['before', 'inside', 'after'] as const)('undoes itself when it fails %s a step', async (where) => {
    const last = plan.steps.at(-1)
    const services = servicesWith((point, step, phase) => {
      if (phase === 'run' && point === where && step.id === last?.id) throw new Error('as a test wants')
    })
    const outcome = await runJob(plan, services, yes)
    expect(outcome).toMatchObject({
      state: 'failed',
      aftermath: 'undone',
      cancelled: false,
      error: { code: 'unexpected' },
    })
    expect(existsSync(folder)).toBe(false)
    expect(await listJobs(services.journals, '1')).toMatchObject([{ state: 'undone' }])
  })

  it('undoes itself when cancelled', async () => {
    const cancel = new AbortController()
    const services = servicesWith((point, step) => {
      if (point === 'after' && step.id === plan.steps[1]?.id) cancel.abort()
    })
    const outcome = await runJob(plan, services, { ...yes, signal: cancel.signal })
    expect(outcome).toMatchObject({ state: 'failed', cancelled: true, aftermath: 'undone' })
    expect(existsSync(folder)).toBe(false)
  })

  it('stays open when its undo fails, and is undone later', async () => {
    let broken = true
    const services = servicesWith((point, step, phase) => {
      if (phase === 'run' && point === 'after' && step.id === plan.steps[2]?.id) throw new Error('run')
      if (phase === 'undo' && broken && step.id === plan.steps[0]?.id) throw new Error('undo')
    })
    const outcome = await runJob(plan, services, yes)
    expect(outcome).toMatchObject({ state: 'failed', aftermath: 'open' })
    const [job] = await listJobs(services.journals, '1')
    expect(job).toMatchObject({ state: 'failed', canResume: false, canUndo: true })
    await expect(resumeJob(job?.id ?? '', services, {})).rejects.toMatchObject({
      code: 'job-is-being-undone',
    })
    broken = false
    expect(await undoJob(job?.id ?? '', services, {})).toMatchObject({ state: 'done' })
    expect(existsSync(folder)).toBe(false)
  })

  it('knows a job that is at work as running', async () => {
    const seen: unknown[] = []
    const services = servicesWith(async (point) => {
      if (point === 'before')
        seen.push((await listJobs(services.journals, '1', 'open')).map(({ state }) => state))
    })
    await runJob(plan, services, yes)
    expect(seen).toEqual([['running'], ['running'], ['running']])
  })

  it('waits for nobody: an instance that is worked on is refused', async () => {
    const locks = await lockInstances(home, ['main'], { id: 'j7', operation: 'clone' })
    await expect(runJob(plan, servicesWith(), yes)).rejects.toMatchObject({
      code: 'instance-busy',
      params: { name: 'main', operation: 'clone', job: 'j7' },
    })
    await locks.release()
    expect(await runJob(plan, servicesWith(), yes)).toMatchObject({ state: 'done' })
  })
})

describe('a job that a killed program left behind', () => {
  it('is listed as interrupted, and resumed from the step that was begun', async () => {
    await leaveBehind('j1')
    const services = servicesWith()
    expect(await listJobs(services.journals, '1', 'open')).toMatchObject([
      { id: 'j1', state: 'interrupted', step: plan.steps[1]?.id, canResume: true, canUndo: true },
    ])
    expect(await resumeJob('j1', services, {})).toMatchObject({ state: 'done', job: 'j1' })
    expect(await readdir(folder)).toEqual(['a', 'b'])
    await expect(undoJob('j1', services, {})).rejects.toMatchObject({ code: 'job-has-ended' })
  })

  it('is undone', async () => {
    await leaveBehind('j1')
    expect(await undoJob('j1', servicesWith(), {})).toMatchObject({ state: 'done' })
    expect(existsSync(folder)).toBe(false)
  })

  it('of another version is undone, not resumed', async () => {
    await leaveBehind('j1', '0')
    const services = servicesWith()
    expect(await listJobs(services.journals, '1')).toMatchObject([{ canResume: false, canUndo: true }])
    await expect(resumeJob('j1', services, {})).rejects.toMatchObject({ code: 'job-of-other-version' })
    expect(await undoJob('j1', services, {})).toMatchObject({ state: 'done' })
  })

  it('is read without a torn last line, and not gone on with when damaged before', async () => {
    await leaveBehind('j1')
    const file = path.join(home, 'journal', 'j1.jsonl')
    await appendFile(file, '{"type":"step-done","st')
    const services = servicesWith()
    expect(await listJobs(services.journals, '1')).toMatchObject([{ state: 'interrupted' }])
    const lines = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [lines[0], '{"type":', ...lines.slice(1)].join('\n'))
    await expect(resumeJob('j1', services, {})).rejects.toMatchObject({
      code: 'journal-damaged',
      params: { job: 'j1', operation: 'create', path: file },
    })
  })

  it('is listed as failed when its journal is damaged, and the others beside it as ever', async () => {
    await leaveBehind('j1')
    const id = '20261121-093012-clone-3f1a'
    await rm(folder, { recursive: true })
    await leaveBehind(id)
    const file = path.join(home, 'journal', `${id}.jsonl`)
    const [first = '', ...rest] = (await readFile(file, 'utf8')).split('\n')
    const services = servicesWith()
    const damagedTexts: readonly (readonly [string, { operation: string; instances: string[] }])[] = [
      [[first, rest[0], 'x', ...rest.slice(1)].join('\n'), { operation: 'create', instances: ['main'] }],
      [['x', ...rest].join('\n'), { operation: 'clone', instances: [] }],
      [rest.join('\n'), { operation: 'clone', instances: [] }],
      ['{bad', { operation: 'clone', instances: [] }],
      ['{bad\n', { operation: 'clone', instances: [] }],
      ['', { operation: 'clone', instances: [] }],
    ]
    for (const [text, told] of damagedTexts) {
      await writeFile(file, text)
      await utimes(file, new Date(0), new Date(0))
      const jobs = await listJobs(services.journals, '1', 'open')
      expect(jobs.map((job) => job.id).toSorted()).toEqual([id, 'j1'])
      const [damaged, whole] = jobs.toSorted((a, b) => a.id.localeCompare(b.id))
      expect(damaged).toMatchObject({ ...told, state: 'failed', damaged: file })
      expect(damaged).toMatchObject({ canResume: false, canUndo: false })
      expect(damaged?.startedAt.slice(0, 4)).toBe(
        told.operation === 'clone' ? '2026' : new Date().toISOString().slice(0, 4),
      )
      expect(whole).toMatchObject({ state: 'interrupted', canUndo: true, damaged: null })
      await expect(undoJob(id, services, {})).rejects.toMatchObject({ code: 'journal-damaged' })
      expect(await readFile(file, 'utf8')).toBe(text)
    }
  })

  it('is no damage while its file has just been made', async () => {
    await writeFile(path.join(home, 'journal', 'j2.jsonl'), '')
    expect(await listJobs(servicesWith().journals, '1')).toEqual([])
  })

  it('was never begun when even its first line is torn', async () => {
    await leaveBehind('j1')
    await truncate(path.join(home, 'journal', 'j1.jsonl'), 40)
    const services = servicesWith()
    expect(await listJobs(services.journals, '1')).toEqual([])
    await expect(resumeJob('j1', services, {})).rejects.toMatchObject({ code: 'unknown-job' })
    await expect(undoJob('nothing', services, {})).rejects.toMatchObject({ code: 'unknown-job' })
  })
})

describe('a journal folder', () => {
  it('keeps secrets apart, for the account alone, until the job has ended', async () => {
    await leaveBehind('j1')
    const journals = openJournalFolder(home)
    await journals.keepSecret('j1', '02-x', 'SCRAM-SHA-256$x')
    expect(await journals.readSecret('j1', '02-x')).toBe('SCRAM-SHA-256$x')
    const file = path.join(home, 'journal', 'j1.private', '02-x.json')
    const mode = (await stat(file)).mode & 0o777
    expect(process.platform === 'win32' || mode === 0o600).toBe(true)
    await journals.archive('j1')
    expect(existsSync(file)).toBe(false)
    expect(await journals.readSecret('j1', '02-x')).toBeNull()
    expect(await journals.listEnded()).toEqual(['j1'])
  })
})

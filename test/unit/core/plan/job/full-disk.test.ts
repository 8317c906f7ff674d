import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCatalogue } from '../../../../../electron/core/instances/catalogue.ts'
import { findJob } from '../../../../../electron/core/plan/job/find-job.ts'
import {
  type JournalFolder,
  type JournalRecord,
  openJournalFolder,
} from '../../../../../electron/core/plan/job/journal.ts'
import type { Faults, JobServices } from '../../../../../electron/core/plan/job/job-runtime.ts'
import { listJobs } from '../../../../../electron/core/plan/job/list-jobs.ts'
import { resumeJob, runJob, undoJob } from '../../../../../electron/core/plan/job/run-job.ts'
import type { Plan } from '../../../../../electron/core/plan/plan.ts'
import { writeFile as writeFileStep } from '../../../../../electron/core/plan/steps/configuration.ts'
import { createDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import { PgTandemError } from '../../../../../shared/errors/pgtandem-error.ts'
import { linuxTarget, planOf } from '../preview/plans.ts'

const yes = { confirm: () => Promise.resolve(true) }

let home = ''
let folder = ''
let plan: Plan

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-full-'))
  await mkdir(path.join(home, 'journal'))
  folder = path.join(home, 'out')
  const textFile = (name: string) =>
    writeFileStep(null, { path: path.join(folder, name), content: name, encoding: 'utf8', executable: false })
  plan = planOf([linuxTarget('main')], [createDirectory('main', folder), textFile('a'), textFile('b')])
})
afterEach(() => rm(home, { recursive: true, force: true }))

const last = (): string => plan.steps[2]?.id ?? ''

const failing: Faults = (point, step, phase) => {
  if (phase === 'run' && point === 'after' && step.id === last()) throw new Error('as a test wants')
}

/** Real journals, but for what has no room. */
const servicesWhere = (isFull: (record: JournalRecord) => boolean, faults?: Faults): JobServices => {
  const journals = openJournalFolder(home)
  const open: JournalFolder['open'] = (id) => {
    const log = journals.open(id)
    const full = new PgTandemError('file-not-written', { path: log.path, reason: 'ENOSPC' })
    return {
      ...log,
      async append(record, options) {
        if (!isFull(record)) return log.append(record, options)
        // It is made, then there is no room in it.
        await writeFile(log.path, '', { flag: 'a' })
        throw full
      },
    }
  }
  return {
    home,
    programVersion: '1',
    catalogue: openCatalogue(home),
    journals: { ...journals, open },
    ...(faults ? { faults } : {}),
  }
}

const expectUndoable = async (services: JobServices): Promise<void> => {
  const [job] = await listJobs(services.journals, '1', 'open')
  expect(job).toMatchObject({ state: 'interrupted', canUndo: true, canResume: true })
  expect(await findJob(job?.id ?? '', services.journals)).toMatchObject({ state: 'interrupted' })
  expect(await undoJob(job?.id ?? '', services, {})).toMatchObject({ state: 'done' })
  expect(existsSync(folder)).toBe(false)
  expect(await listJobs(services.journals, '1')).toMatchObject([{ state: 'undone' }])
}

test('a full disk does not keep a job from being undone by the step that filled it', async () => {
  const refused: string[] = []
  const services = servicesWhere(({ type }) => {
    const isFull = existsSync(path.join(folder, 'b'))
    if (isFull) refused.push(type)
    return isFull
  }, failing)
  expect(await runJob(plan, services, yes)).toMatchObject({
    state: 'failed',
    step: last(),
    aftermath: 'undone',
    error: { code: 'unexpected' },
  })
  expect(refused).toEqual(['step-failed', 'undo-begun'])
  expect(existsSync(folder)).toBe(false)
  expect(await listJobs(services.journals, '1')).toMatchObject([{ state: 'undone' }])
})

test('a job whose end could not be written is interrupted, not running: this process takes it back once there is room', async () => {
  let isFull = false
  const services = servicesWhere(
    () => isFull,
    (point, step, phase) => {
      if (point === 'after' && phase === 'run' && step.id === last()) isFull = true
      return failing(point, step, phase)
    },
  )
  await expect(runJob(plan, services, yes)).rejects.toMatchObject({ code: 'file-not-written' })
  expect(await readdir(folder)).toEqual(['a'])
  isFull = false
  await expectUndoable(services)
})

test('nothing that is done is taken back before the journal says so', async () => {
  let isFull = false
  const services = servicesWhere(
    () => isFull,
    (point, step, phase) => {
      if (point === 'before' && phase === 'run' && step.id === last()) isFull = true
    },
  )
  await expect(runJob(plan, services, yes)).rejects.toMatchObject({ code: 'file-not-written' })
  expect(await readdir(folder)).toEqual(['a'])
  isFull = false
  await expectUndoable(services)
})

test('a job that the journal had no room for is finished in the same process', async () => {
  let isFull = false
  const services = servicesWhere(
    () => isFull,
    (_, step) => {
      isFull = step.id === last()
    },
  )
  await expect(runJob(plan, services, yes)).rejects.toMatchObject({ code: 'file-not-written' })
  const [job] = await listJobs(services.journals, '1', 'open')
  const withRoom = servicesWhere(() => false)
  expect(await resumeJob(job?.id ?? '', withRoom, {})).toMatchObject({ state: 'done' })
  expect(await readdir(folder)).toEqual(['a', 'b'])
})

test('a job whose first line could not be written was never begun, and leaves no journal', async () => {
  const services = servicesWhere(() => true)
  await expect(runJob(plan, services, yes)).rejects.toMatchObject({ code: 'file-not-written' })
  expect(await services.journals.listOpen()).toEqual([])
  expect(existsSync(folder)).toBe(false)
})

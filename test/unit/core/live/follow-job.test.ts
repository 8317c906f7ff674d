import { expect, test } from 'vitest'
import type { JobReport } from '../../../../shared/model/job-report.ts'
import { followJob, readJob } from '../../../../electron/core/live/follow-job.ts'
import { newReport } from '../../../../electron/core/live/job-report.ts'
import { createTopic } from '../../../../electron/core/live/topic.ts'

const begun = newReport({ id: 'j1', operation: 'stop', instances: ['app'] }, 'then')
const as = (state: JobReport['state'], more: Partial<JobReport> = {}): JobReport => ({
  ...begun,
  state,
  endedAt: state === 'running' ? null : 'now',
  ...more,
})

/** A process that hosts `here`, and a journal that says `written`. */
const sources = (here: JobReport | undefined, written: JobReport) => {
  const now = { here, written }
  const news = createTopic()
  return {
    now,
    news,
    core: { readJob: () => Promise.resolve(now.written) },
    jobs: { report: () => now.here, news },
  }
}

test.each([
  ['a job that runs here is told as it runs', as('running'), as('running', { elsewhere: true }), 'here'],
  ['so is one that ended here', as('done'), as('done', { operation: 'journal' }), 'here'],
  ['what failed here is told in its own words', as('failed'), as('interrupted'), 'here'],
  ['unless another process has taken it up', as('failed'), as('running', { elsewhere: true }), 'written'],
  ['or has finished it', as('failed'), as('undone'), 'written'],
  ['a job of others is told by its journal', undefined, as('running', { elsewhere: true }), 'written'],
] as const)('%s', async (_name, here, written, expected) => {
  const told = await readJob('j1', sources(here, written))
  expect(told).toBe(expected === 'here' ? here : written)
})

test('a job is followed through failure, elsewhere and to its end', async () => {
  const given = sources(as('failed'), as('failed'))
  const seen: string[] = []
  for await (const { state, elsewhere } of followJob('j1', given, AbortSignal.timeout(10_000))) {
    seen.push(`${state} ${elsewhere}`)
    if (seen.length === 1) given.now.written = as('running', { elsewhere: true })
    if (seen.length === 2) given.now.written = as('done')
  }
  expect(seen).toEqual(['failed false', 'running true', 'done false'])
})

test('who leaves is not told more', async () => {
  const given = sources(as('running'), as('running'))
  const leaving = new AbortController()
  const told: JobReport[] = []
  for await (const report of followJob('j1', given, leaving.signal)) {
    told.push(report)
    leaving.abort()
  }
  expect(told).toHaveLength(1)
})

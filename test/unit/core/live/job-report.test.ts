import { expect, test } from 'vitest'
import type { JobEvent } from '../../../../shared/model/job.ts'
import { newReport, reportAfter, reportAtEnd } from '../../../../electron/core/live/job-report.ts'

const title = { key: 'steps.start-server', params: { instance: 'main' } } as const
const about = { id: '', operation: 'start', instances: ['main'] }
const steps = ['a', 'b'].map((id) => ({ id, title }))
const after = (events: readonly JobEvent[]) => events.reduce(reportAfter, newReport(about, 'then'))
const error = { code: 'copy-disk-full', params: {}, message: '', details: {} } as const

test('steps wait, run with progress and notes, and are done with their time', () => {
  const report = after([
    { kind: 'job-started', job: 'j1', steps },
    { kind: 'step-started', step: 'a', title },
    { kind: 'step-progress', step: 'a', bytesDone: 5, bytesTotal: 10 },
    { kind: 'step-note', step: 'a', text: title },
    { kind: 'step-done', step: 'a', elapsedMs: 12 },
  ])
  expect(report.id).toBe('j1')
  expect(report.steps.map(({ state }) => state)).toEqual(['done', 'waiting'])
  expect(report.steps[0]).toMatchObject({
    elapsedMs: 12,
    notes: [title],
    progress: { bytesDone: 5, bytesTotal: 10 },
  })
})

test('a failed job that was taken back says so, step by step', () => {
  const report = after([
    { kind: 'job-started', job: 'j1', steps },
    { kind: 'step-started', step: 'a', title },
    { kind: 'step-done', step: 'a', elapsedMs: 1 },
    { kind: 'step-started', step: 'b', title },
    { kind: 'step-failed', step: 'b', error },
    { kind: 'undo-started', steps: steps.toReversed() },
    { kind: 'step-undone', step: 'a' },
  ])
  expect(report.undoing).toBe(true)
  expect(report.steps.map(({ state }) => state)).toEqual(['undone', 'failed'])
  const outcome = {
    state: 'failed',
    job: 'j1',
    error,
    step: 'b',
    aftermath: 'undone',
    cancelled: false,
  } as const
  expect(reportAtEnd(report, outcome, 'now')).toMatchObject({
    state: 'undone',
    endedAt: 'now',
    error,
    canResume: false,
    canUndo: false,
  })
})

test('a job that is left open may be finished or taken back', () => {
  const report = after([{ kind: 'job-started', job: 'j1', steps }])
  const outcome = {
    state: 'failed',
    job: 'j1',
    error,
    step: 'b',
    aftermath: 'open',
    cancelled: false,
  } as const
  expect(reportAtEnd(report, outcome, 'now')).toMatchObject({
    state: 'failed',
    canResume: true,
    canUndo: true,
  })
})

test('a job that is only taken back shows the steps it takes back, the first one first', () => {
  const report = after([{ kind: 'undo-started', steps: steps.toReversed() }])
  expect(report.steps.map(({ id }) => id)).toEqual(['a', 'b'])
})

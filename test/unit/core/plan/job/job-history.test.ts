import { describe, expect, it } from 'vitest'
import { PgTandemError } from '../../../../../shared/errors/pgtandem-error.ts'
import { toErrorRecord } from '../../../../../electron/core/plan/job/error-record.ts'
import {
  jobState,
  passedPointOfNoReturn,
  readHistory,
} from '../../../../../electron/core/plan/job/job-history.ts'
import type { JournalRecord } from '../../../../../electron/core/plan/job/journal.ts'
import { createDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import { promoteServer, startServer } from '../../../../../electron/core/plan/steps/servers.ts'
import { linuxTarget, planOf } from '../preview/plans.ts'

const at = '2026-11-21T02:00:00.000Z'
const owner = { pid: 10, startToken: 'a' }
const plan = planOf(
  [linuxTarget('main')],
  [createDirectory('main', '/srv/x'), startServer('main'), promoteServer('main', 'sql')],
)
const [first, second, third] = plan.steps.map(({ id }) => id) as [string, string, string]
const job: JournalRecord = {
  type: 'job',
  id: 'j1',
  operation: 'create',
  programVersion: '1',
  plan,
  owner,
  at,
}
const begun = (step: string, before: unknown = {}): JournalRecord => ({
  type: 'step-begun',
  step,
  before,
  at,
})
const done = (step: string): JournalRecord => ({ type: 'step-done', step, at })
const undone = (step: string): JournalRecord => ({ type: 'step-undone', step, at })
const remembered = (step: string, facts: Record<string, unknown>): JournalRecord => ({
  type: 'remembered',
  step,
  facts,
  at,
})
const open: JournalRecord = { type: 'left-open', at }
const takenOver: JournalRecord = { type: 'taken-over', by: 'resume', owner: { pid: 11, startToken: 'b' }, at }
const ended = (state: 'done' | 'undone'): JournalRecord => ({ type: 'ended', state, at })

const historyOf = (...records: readonly JournalRecord[]) => {
  const history = readHistory([job, ...records])
  if (!history) throw new Error('no history')
  return history
}

describe('readHistory', () => {
  it('tells nothing of a journal without its first line', () => {
    expect(readHistory([])).toBeUndefined()
    expect(readHistory([begun(first)])).toBeUndefined()
  })

  it('says of each step how far it came', () => {
    const { steps } = historyOf(begun(first), done(first), begun(second), undone(second))
    expect(steps.map(({ begun, done, undone }) => [begun, done, undone])).toEqual([
      [true, true, false],
      [true, false, true],
      [false, false, false],
    ])
  })

  it('gathers what undo must know, the latest of each kind', () => {
    const [step] = historyOf(
      begun(first, { existed: false, made: 1 }),
      remembered(first, { made: 2 }),
      remembered(second, { made: 9 }),
      remembered(first, { more: true }),
    ).steps
    expect(step?.before).toEqual({ existed: false, made: 2, more: true })
  })

  it('belongs to whoever took it over last, and knows every child', () => {
    const child: JournalRecord = { type: 'child', step: first, child: { pid: 99, startToken: 'c' }, at }
    expect(historyOf(child).owner).toEqual(owner)
    expect(historyOf(child, takenOver)).toMatchObject({ owner: { pid: 11 }, children: [{ pid: 99 }] })
  })
})

describe('jobState', () => {
  it.each([
    { records: [], alive: true, state: 'running' },
    { records: [], alive: false, state: 'interrupted' },
    { records: [begun(first), open], alive: false, state: 'failed' },
    { records: [begun(first), open], alive: true, state: 'failed' },
    { records: [open, takenOver], alive: true, state: 'running' },
    { records: [open, takenOver], alive: false, state: 'interrupted' },
    { records: [open, takenOver, open], alive: true, state: 'failed' },
    { records: [open, takenOver, ended('done')], alive: true, state: 'done' },
    { records: [ended('undone')], alive: false, state: 'undone' },
  ])('is $state with its process alive: $alive', ({ records, alive, state }) => {
    expect(jobState(historyOf(...records), alive)).toBe(state)
  })
})

describe('passedPointOfNoReturn', () => {
  it.each([
    { records: [begun(first), done(first), begun(second)], step: undefined },
    { records: [begun(third)], step: third },
    { records: [begun(third), done(third)], step: third },
    { records: [begun(third), undone(third)], step: undefined },
  ])('is $step', ({ records, step }) => {
    expect(passedPointOfNoReturn(historyOf(...records))?.step.id).toBe(step)
  })
})

describe('toErrorRecord', () => {
  it('keeps code, parameters and details, as JSON', () => {
    const record = toErrorRecord(new PgTandemError('unknown-job', { job: 'x' }, { lastLines: ['a'] }))
    expect(record).toMatchObject({ code: 'unknown-job', params: { job: 'x' }, details: { lastLines: ['a'] } })
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  })

  it.each([new TypeError('oops'), 'oops', { toString: () => 'oops' }])('calls a bug unexpected', (bug) => {
    const record = toErrorRecord(bug)
    expect(record).toMatchObject({ code: 'unexpected', params: {} })
    expect(record.message).toContain('oops')
  })
})

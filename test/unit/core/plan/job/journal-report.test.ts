import { expect, test } from 'vitest'
import type { ErrorRecord } from '../../../../../shared/model/job.ts'
import type { JobState } from '../../../../../shared/model/job.ts'
import { readHistory } from '../../../../../electron/core/plan/job/job-history.ts'
import { outlookOf } from '../../../../../electron/core/plan/job/job-outlook.ts'
import type { FoundJob } from '../../../../../electron/core/plan/job/find-job.ts'
import { type JournalRecord, journalRecordSchema } from '../../../../../electron/core/plan/job/journal.ts'
import { reportOfJournal } from '../../../../../electron/core/plan/job/journal-report.ts'
import { previewOf } from '../../../../../electron/core/plan/preview/preview.ts'
import { createDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import { promoteServer, startServer } from '../../../../../electron/core/plan/steps/servers.ts'
import { linuxTarget, planOf } from '../preview/plans.ts'

const owner = { pid: 10, startToken: 'a' }
const plan = planOf(
  [linuxTarget('main')],
  [createDirectory('main', '/srv/x'), startServer('main'), promoteServer('main', 'sql')],
)
const [first, second, third] = plan.steps.map(({ id }) => id) as [string, string, string]
const error: ErrorRecord = { code: 'copy-disk-full', params: {}, message: 'full', details: {} }
const note = { key: 'notices.standby-left-behind', params: { standby: 'b' } } as const

type Unstamped = JournalRecord extends infer R ? (R extends unknown ? Omit<R, 'at'> : never) : never

/** Each record a second after the one before. */
function found(state: JobState, ...records: readonly Unstamped[]): FoundJob {
  const begin: Unstamped = { type: 'job', id: 'j1', operation: 'create', programVersion: '1', plan, owner }
  const stamped = [begin, ...records].map((record, index) =>
    journalRecordSchema.parse({ ...record, at: new Date(Date.UTC(2026, 10, 21, 2, 0, index)).toISOString() }),
  )
  const history = readHistory(stamped)
  if (!history) throw new Error('no history')
  return { history, records: stamped, state }
}

const begun = (step: string): Unstamped => ({ type: 'step-begun', step, before: {} })
const done = (step: string): Unstamped => ({ type: 'step-done', step })
const undone = (step: string): Unstamped => ({ type: 'step-undone', step })
const open: Unstamped = { type: 'left-open' }
const undoBegun: Unstamped = { type: 'undo-begun' }
const takenOver = (by: 'resume' | 'undo'): Unstamped => ({ type: 'taken-over', by, owner })

const report = (state: JobState, ...records: readonly Unstamped[]) =>
  reportOfJournal(found(state, ...records), '1')
const states = ({ steps }: ReturnType<typeof report>) => steps.map(({ state }) => state)

test('a job that another process runs: its steps so far, with time and notes', () => {
  const running = report(
    'running',
    begun(first),
    { type: 'step-noted', step: first, text: note },
    done(first),
    begun(second),
  )
  expect(states(running)).toEqual(['done', 'running', 'waiting'])
  expect(running.steps[0]).toMatchObject({ elapsedMs: 2000, notes: [note] })
  expect(running).toMatchObject({
    instances: ['main'],
    endedAt: null,
    elsewhere: true,
    canResume: false,
    canUndo: false,
    aftermath: null,
  })
})

test('an interrupted job says which step was cut short, and when it was last heard of', () => {
  const interrupted = report('interrupted', begun(first), done(first), begun(second))
  expect(states(interrupted)).toEqual(['done', 'interrupted', 'waiting'])
  expect(interrupted).toMatchObject({
    endedAt: '2026-11-21T02:00:03.000Z',
    elsewhere: false,
    canResume: true,
    canUndo: true,
    aftermath: 'open',
    error: null,
  })
})

test('a job that failed and was taken back keeps its error', () => {
  const back = report(
    'undone',
    begun(first),
    done(first),
    begun(second),
    { type: 'step-failed', step: second, error },
    undoBegun,
    undone(second),
    undone(first),
    { type: 'ended', state: 'undone' },
  )
  expect(states(back)).toEqual(['undone', 'undone', 'waiting'])
  expect(back).toMatchObject({ aftermath: 'undone', error, canResume: false, canUndo: false, undoing: true })
})

test('a failed undo says at which step, and in whose words', () => {
  const stuck = report(
    'failed',
    begun(first),
    { type: 'step-failed', step: first, error },
    undoBegun,
    { type: 'undo-failed', step: first, error: { ...error, code: 'upstream-not-running' } },
    open,
  )
  expect(states(stuck)).toEqual(['undo-failed', 'waiting', 'waiting'])
  expect(stuck).toMatchObject({ error: { code: 'upstream-not-running' }, canResume: false, canUndo: true })
})

test('taken up again, the half-done step runs anew, and its old error is forgotten', () => {
  const failure: readonly Unstamped[] = [begun(first), { type: 'step-failed', step: first, error }, open]
  const again = report('running', ...failure, takenOver('resume'))
  expect(states(again)).toEqual(['running', 'waiting', 'waiting'])
  expect(again.error).toBeNull()
  const finished = report('done', ...failure, takenOver('resume'), done(first))
  expect(finished.steps[0]).toMatchObject({ state: 'done', elapsedMs: 1000, error: null })
  const blocked: readonly Unstamped[] = [begun(first), { type: 'undo-failed', step: first, error }, open]
  expect(states(report('running', ...blocked, takenOver('resume')))).toEqual([
    'running',
    'waiting',
    'waiting',
  ])
})

test('taking it over to undo it forgets no error', () => {
  const records: readonly Unstamped[] = [begun(first), { type: 'step-failed', step: first, error }]
  expect(report('interrupted', ...records, takenOver('undo')).error).toEqual(error)
})

const outlook = (job: FoundJob, version = '1') =>
  outlookOf(job, version, (ahead) => Promise.resolve(previewOf(ahead, { files: () => null })))

test('finishing does what is left, from the half-done step on; taking back begins at the last step', async () => {
  const ways = await outlook(found('interrupted', begun(first), done(first), begun(second)))
  expect(ways).toMatchObject({
    resume: { kind: 'possible', steps: [{ id: second }, { id: third }] },
    undo: { kind: 'possible', steps: [{ id: second }, { id: first }] },
  })
})

test.each([
  {
    state: 'done',
    records: [{ type: 'ended', state: 'done' }],
    version: '1',
    codes: ['job-has-ended', 'job-has-ended'],
  },
  { state: 'running', records: [begun(first)], version: '1', codes: ['job-is-running', 'job-is-running'] },
  {
    state: 'interrupted',
    records: [begun(first), undoBegun],
    version: '1',
    codes: ['job-is-being-undone', null],
  },
  { state: 'interrupted', records: [begun(first)], version: '2', codes: ['job-of-other-version', null] },
  {
    state: 'failed',
    records: [begun(third), done(third), open],
    version: '1',
    codes: [null, 'past-point-of-no-return'],
  },
] as const)(
  'a $state job of version $version is refused $codes',
  async ({ state, records, version, codes }) => {
    const { resume, undo } = await outlook(found(state, ...records), version)
    expect([resume, undo].map((way) => ('code' in way ? way.code : null))).toEqual(codes)
  },
)

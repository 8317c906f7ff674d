import { expect, test } from 'vitest'
import type { JobState, JobSummary } from '../../../../../shared/model/job.ts'
import {
  chooseJobs,
  instancesIn,
  type JobKind,
  mergeJobs,
} from '../../../../../renderer/features/jobs/choose-jobs.ts'
import { sayOperation } from '../../../../../renderer/features/jobs/say-operation.ts'
import { createWindowTranslator } from '../../../../../shared/i18n/window/translate.ts'
import { operations } from '../../../../../electron/core/operations/operations.ts'

const job = (id: string, state: JobState = 'done', instances: readonly string[] = ['app']): JobSummary => ({
  id,
  operation: 'stop',
  state,
  step: null,
  stepTitle: null,
  startedAt: '',
  instances,
  canResume: false,
  canUndo: false,
  damaged: null,
})

test('what the live state knows is newer than what was read, and what is new comes first', () => {
  const merged = mergeJobs([job('2', 'running'), job('1')], [job('3', 'running'), job('2', 'failed')])
  expect(merged.map(({ id, state }) => `${id} ${state}`)).toEqual(['3 running', '2 failed', '1 done'])
})

const all = [
  job('5', 'running'),
  job('4', 'failed', ['b', 'a']),
  job('3', 'interrupted', []),
  job('2', 'undone'),
  job('1', 'done'),
]

test.each<[JobKind, string | null, string]>([
  ['all', null, '54321'],
  ['running', null, '5'],
  ['open', null, '43'],
  ['ended', null, '21'],
  ['all', 'a', '4'],
  ['ended', 'a', ''],
])('of kind %s about %s: %s', (kind, instance, ids) => {
  expect(
    chooseJobs(all, kind, instance)
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids)
})

test('every instance is named once', () => {
  expect(instancesIn(all)).toEqual(['a', 'app', 'b'])
})

test.each(['en', 'zh-CN'] as const)('in %s every operation that is run has a name of its own', (language) => {
  const translator = createWindowTranslator(language)
  const nameless = Object.keys(operations).filter((id) => sayOperation(id, translator) === id)
  expect(nameless).toEqual([])
  expect(sayOperation('of-another-version', translator)).toBe('of-another-version')
})

import { expect, test } from 'vitest'
import { formatJobs } from '../../../../electron/faces/cli/output/jobs-table.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'
import type { JobSummary } from '../../../../shared/model/job.ts'

const done: JobSummary = {
  id: 'j1',
  operation: 'create',
  state: 'done',
  step: '09-catalogue',
  stepTitle: { key: 'steps.register', params: { name: 'app' } },
  startedAt: '2026-01-01T00:00:00.000Z',
  instances: ['app'],
  canResume: false,
  canUndo: false,
  damaged: null,
}

test('a job’s last step is told by its title, in the language asked for', () => {
  expect(formatJobs([done], createTranslator('en'))[1]).toMatch(/^j1 +create +app +done +Remember app +2026/)
  const chinese = formatJobs([done], createTranslator('zh-CN'))[1]
  expect(chinese).not.toContain('09-catalogue')
  expect(chinese).toMatch(/[\u4e00-\u9fff] app|app [\u4e00-\u9fff]/)
})

test('a damaged journal is called so in the table, and named below it with what to do', () => {
  const damaged: JobSummary = {
    ...done,
    id: 'j2',
    state: 'failed',
    step: null,
    stepTitle: null,
    startedAt: '',
    instances: [],
    damaged: '/home/journal/j2.jsonl',
  }
  const lines = formatJobs([done, damaged], createTranslator('en'))
  expect(lines[2]).toMatch(/^j2 +create +- +journal damaged +- +-$/)
  expect(lines[3]).toBe('')
  expect(lines[4]).toContain('/home/journal/j2.jsonl')
  expect(lines[4]).toContain('move the file away')
  expect(lines).toHaveLength(5)
})

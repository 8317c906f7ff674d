import { expect, test } from 'vitest'
import { describeEvidence } from '../../../../shared/i18n/describe-evidence.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'
import type { EvidenceCode, EvidenceSource } from '../../../../shared/model/evidence.ts'

const file = '/D'
const server = '1:2'
const every: { readonly [Code in EvidenceCode]: Extract<EvidenceSource, { code: Code }>['params'] } = {
  file: { file },
  absent: { file },
  unreadable: { file },
  control: { file, state: 'S' },
  process: { file, pid: 3 },
  'process-status': { file, pid: 3, status: 'S' },
  'no-process': { file },
  service: { service: 'S' },
  answers: { server },
  silent: { server },
  said: { server, message: 'M' },
  query: { server, query: 'Q' },
  installation: { folder: file },
  setting: { file, setting: 'N' },
  catalogue: {},
  default: {},
}
const sources = Object.entries(every).map(([code, params]) => ({ code, params })) as readonly EvidenceSource[]

test.each(sources)('in Chinese, $code has no English word and every one of its values', (source) => {
  const said = describeEvidence({ sources: [source] }, createTranslator('zh-CN'))
  expect(said.replace(/PgTandem|Windows/, '')).not.toMatch(/[a-z]/)
  for (const value of Object.values(source.params)) expect(said).toContain(String(value))
})

test('what was looked at together is one line', () => {
  const together = [
    { code: 'no-process', params: { file: '/d/postmaster.pid' } },
    { code: 'control', params: { file: '/d/global/pg_control', state: 'shut down' } },
  ] as const
  expect(describeEvidence({ sources: together }, createTranslator('en'))).toBe(
    '/d/postmaster.pid: no live process; /d/global/pg_control: shut down',
  )
  expect(describeEvidence({ sources: together }, createTranslator('zh-CN'))).toBe(
    '/d/postmaster.pid：没有存活的进程；/d/global/pg_control：shut down',
  )
})

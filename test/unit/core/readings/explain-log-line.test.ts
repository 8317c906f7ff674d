import { expect, test } from 'vitest'
import { explainLogLine } from '../../../../electron/core/readings/explain-log-line.ts'

test('a message of a known cause comes with what it means', () => {
  const { kind, known } = explainLogLine(
    '2026-11-21 [1] FATAL:  could not receive data from WAL stream: ERROR:  requested WAL segment 000000010000000000000003 has already been removed',
  )
  expect(kind).toBe('FATAL')
  expect(known).toMatchObject({
    severity: 'error',
    message: {
      key: 'findings.wal-segment-removed.message',
      params: { segment: '000000010000000000000003' },
    },
    hint: { key: 'findings.wal-segment-removed.hint' },
  })
})

test('a statement that quotes a message is not explained', () => {
  const text =
    "2026-11-21 [1] STATEMENT:  select 'requested WAL segment 000000010000000000000003 has already been removed'"
  expect(explainLogLine(text)).toEqual({ text, kind: 'STATEMENT', known: null })
})

test('an everyday line has no explanation', () => {
  const text = '2026-11-21 [1] LOG:  checkpoint starting: time'
  expect(explainLogLine(text)).toEqual({ text, kind: 'LOG', known: null })
})

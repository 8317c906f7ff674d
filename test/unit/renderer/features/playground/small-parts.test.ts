import { expect, test } from 'vitest'
import { toNewestRows } from '../../../../../renderer/features/playground/consoles/newest-rows.ts'
import { readTicks } from '../../../../../renderer/features/playground/guide/use-ticks.ts'

test('ticks are read as they were kept, and nothing else is', () => {
  expect([...readTicks('refused insert refused nonsense')]).toEqual(['insert', 'refused'])
  expect(readTicks(null).size).toBe(0)
})

test('a table that is not there yet is no failure', () => {
  const answer = {
    kind: 'failed',
    sqlstate: '42P01',
    message: 'no such table',
    lines: [],
    elapsedMs: 1,
  } as const
  expect(toNewestRows(answer)).toEqual({ kind: 'missing' })
})

test('rows are told as text', () => {
  const answer = {
    kind: 'result',
    command: 'SELECT',
    columns: ['id', 'text', 'written_at'],
    rows: [['1', null, '08:00:00.000']],
    rowCount: 1,
    more: 0,
    notices: [],
    elapsedMs: 1,
  } as const
  expect(toNewestRows(answer)).toEqual({ kind: 'rows', rows: [['1', 'NULL', '08:00:00.000']] })
})

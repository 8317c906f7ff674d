import { expect, test } from 'vitest'
import { createHistory } from '../../../../electron/core/monitor/history.ts'

test('the newest points are kept, oldest first, each instance by itself', () => {
  const history = createHistory(3)
  for (let atMs = 1; atMs <= 5; atMs += 1)
    history.add('a', { atMs, lsn: null, lagBytes: atMs, lagSeconds: null })
  history.add('b', { atMs: 9, lsn: '0/1', lagBytes: 0, lagSeconds: 0 })
  expect(history.points('a').map(({ atMs }) => atMs)).toEqual([3, 4, 5])
  expect(history.points('b')).toHaveLength(1)
  history.forget('a')
  expect(history.points('a')).toEqual([])
})

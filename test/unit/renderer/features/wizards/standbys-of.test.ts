import { expect, test } from 'vitest'
import { commitsHang, standbysOf } from '../../../../../renderer/features/wizards/synchronous/standbys-of.ts'
import { sender, standby, view } from '../../../../helpers/instance-views.ts'

const row = (applicationName: string, syncState: string) =>
  sender(applicationName, { syncState, syncPriority: 1 })

test('standbys that stream come first, then those that are away; foreign ones have no name', () => {
  const upstream = view('p', { replication: [row('b', 'sync'), row('stranger', 'async')] })
  const all = [upstream, standby('a', 'p'), standby('b', 'p'), view('c')]
  expect(standbysOf(upstream, all)).toEqual([
    { name: 'b', applicationName: 'b', state: 'streaming', syncState: 'sync', syncPriority: 1 },
    { name: null, applicationName: 'stranger', state: 'streaming', syncState: 'async', syncPriority: 1 },
    { name: 'a', applicationName: 'a', state: null, syncState: null, syncPriority: null },
  ])
  expect(standbysOf(undefined, all)).toEqual([])
})

test('commits hang when standbys are named and none of them streams', () => {
  expect(commitsHang(view('p', { replication: [row('b', 'async')] }), 'a')).toBe(true)
  expect(commitsHang(view('p', { replication: [row('a', 'sync')] }), 'a')).toBe(false)
  expect(commitsHang(view('p', { replication: [row('a', 'quorum')] }), 'ANY 1 (a)')).toBe(false)
  expect(commitsHang(view('p'), ' ')).toBe(false)
  expect(commitsHang(view('p', { state: 'stopped' }), 'a')).toBe(false)
})

import { expect, test } from 'vitest'
import { commitStation, stationsOf } from '../../../../../renderer/features/replication/way/stations.ts'

const way = {
  standby: 'beta',
  pid: 9,
  written: '0/5000000',
  sent: '0/4F00000',
  standbyWritten: '0/4E00000',
  standbyFlushed: null,
  replayed: '0/4D00000',
}
const MB = 1024 * 1024

test('each station tells what is still to come, and how far it is from the last one known', () => {
  expect(stationsOf(way).map(({ behindBytes, stepBytes }) => [behindBytes, stepBytes])).toEqual([
    [0, null],
    [MB, MB],
    [2 * MB, MB],
    [null, null],
    [3 * MB, MB],
  ])
})

test('a station that seems to be ahead, since the servers were asked one after the other, is not behind', () => {
  const [, , there] = stationsOf({ ...way, standbyWritten: '0/5000100' })
  expect(there).toMatchObject({ behindBytes: 0, stepBytes: 0 })
})

test('without an upstream that answers nothing is known but the standby itself', () => {
  const stations = stationsOf({ ...way, written: null, sent: null })
  expect(stations.map(({ behindBytes }) => behindBytes)).toEqual([null, null, null, null, null])
  expect(stations.at(-1)?.stepBytes).toBe(MB)
})

test.each([
  ['on', 'beta', true, 'standbyFlushed'],
  ['remote_write', 'beta', true, 'standbyWritten'],
  ['remote_apply', 'beta', true, 'replayed'],
  ['local', 'beta', true, 'written'],
  ['off', 'beta', true, null],
  ['on', 'other', false, null],
  ['on', '', false, 'written'],
  ['remote_apply', '', false, 'written'],
  ['off', '', false, null],
  [null, null, false, null],
] as const)(
  'synchronous_commit=%s, synchronous_standby_names=%s, synchronous %s: a commit waits for %s',
  (synchronousCommit, synchronousStandbyNames, isSynchronous, station) => {
    expect(commitStation({ synchronousCommit, synchronousStandbyNames }, isSynchronous)).toBe(station)
  },
)

import { expect, test } from 'vitest'
import { rowOf } from '../../../../../renderer/features/replication/row-of.ts'
import { slotWarning } from '../../../../../renderer/features/replication/slots/slot-warning.ts'
import { whySynchronous } from '../../../../../renderer/features/replication/synchronous/why-synchronous.ts'
import { sender, view } from '../../../../helpers/instance-views.ts'

const set = (synchronousStandbyNames: string | null, synchronousCommit = 'on') => ({
  synchronousStandbyNames,
  synchronousCommit,
})

test.each([
  ['async', set(''), 'nobody-named'],
  ['async', set('other'), 'not-named'],
  ['potential', set('FIRST 1 (other, beta)'), 'potential'],
  ['sync', set('beta'), 'sync'],
  ['quorum', set('ANY 1 (beta, other)'), 'quorum'],
  ['sync', set('beta', 'local'), 'commit-does-not-wait'],
  ['quorum', set('ANY 1 (beta)', 'off'), 'commit-does-not-wait'],
  ['sync', set(null), 'unknown'],
] as const)('sync_state %s with %o: %s', (syncState, settings, reason) => {
  expect(whySynchronous({ syncState }, settings)).toBe(reason)
})

test('a standby that is away is awaited when somebody is named', () => {
  expect(whySynchronous(null, set('beta'))).toBe('away-and-awaited')
  expect(whySynchronous(null, set(' '))).toBe('away')
})

test('a standby is told from others by its walsender', () => {
  const upstream = view('alpha', {
    replication: [sender('walreceiver', { pid: 8 }), sender('walreceiver', { pid: 9 })],
  })
  const way = { written: null, sent: null, standbyWritten: null, standbyFlushed: null, replayed: null }
  const details = {
    ways: [
      { standby: 'beta', pid: 9, ...way },
      { standby: 'gamma', pid: null, ...way },
    ],
  }
  expect(rowOf('beta', upstream, details)?.pid).toBe(9)
  expect(rowOf('gamma', upstream, details)).toBeNull()
  expect(rowOf('unknown', upstream, details)).toBeNull()
  expect(rowOf('beta', upstream, null)).toBeNull()
})

const GB = 1024 ** 3
const slot = {
  name: 'beta',
  active: false,
  physical: true,
  restartLsn: '0/1',
  heldBytes: 1000,
  walStatus: 'reserved',
  safeBytes: GB,
  usedBy: 'beta',
}

test.each([
  [{ active: true }, null],
  [{}, 'idle'],
  [{ heldBytes: GB }, 'fills-disk'],
  [{ heldBytes: GB, safeBytes: 1000 }, 'nearly-lost'],
  [{ active: true, walStatus: 'unreserved' }, 'unreserved'],
  [{ active: true, walStatus: 'lost', heldBytes: null }, 'lost'],
  [{ walStatus: null, safeBytes: null, heldBytes: null }, 'idle'],
])('a slot with %o: %s', (changes, warning) => {
  expect(slotWarning({ ...slot, ...changes })).toBe(warning)
})

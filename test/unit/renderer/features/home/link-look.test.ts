import { expect, test } from 'vitest'
import { isStreaming, linkLook } from '../../../../../renderer/features/home/picture/link-look.ts'
import { standby as standbyView } from '../../../../helpers/instance-views.ts'

const standby = standbyView('main-standby', 'main', { syncState: 'async' })

test.each([
  ['sync', 'synchronous'],
  ['quorum', 'quorum'],
  ['potential', 'potential'],
  ['async', 'asynchronous'],
])('a running standby of sync_state %s is %s', (syncState, look) => {
  expect(linkLook('follows', { ...standby, syncState })).toBe(look)
})

test('without a row of its own on the upstream, its WAL receiver tells whether WAL arrives', () => {
  expect(linkLook('follows', { ...standby, syncState: null })).toBe('asynchronous')
  expect(linkLook('follows', { ...standby, syncState: null, walReceiver: null })).toBe('waiting')
})

test('what does not run follows nobody, whatever was last heard of it', () => {
  expect(linkLook('follows', { ...standby, state: 'stopped' })).toBe('down')
  expect(linkLook('follows', { ...standby, state: 'crashed' })).toBe('down')
})

test('an upstream out of the picture, none at all, and another history are told apart', () => {
  expect(linkLook('orphan', { ...standby, upstream: '10.0.0.1:5432' })).toBe('orphan')
  expect(linkLook('orphan', { ...standby, upstream: null })).toBe('adrift')
  expect(linkLook('diverged', standby)).toBe('diverged')
  expect(linkLook('superseded', { ...standby, upstream: null })).toBe('superseded')
  expect(isStreaming('diverged')).toBe(false)
})

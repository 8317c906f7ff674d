import { expect, it } from 'vitest'
import { trustsOthers } from '../../../../../electron/postgres/facts/hba.ts'

const rule = { type: 'host', database: 'all', user: 'all', method: 'trust' }

it.each([
  ['0.0.0.0/0', true],
  ['::/0', true],
  ['10.1.2.3/32', true],
  ['192.168.1.0 255.255.255.0', true],
  ['all', true],
  ['samenet', true],
  ['db.example.org', true],
  ['127.0.0.1/32', false],
  ['127.0.0.0/8', false],
  ['::1/128', false],
  ['samehost', false],
  ['localhost', false],
])('trust for %s lets others in: %s', (address, expected) => {
  expect(trustsOthers({ ...rule, address }, 15)).toBe(expected)
  expect(trustsOthers({ ...rule, address, method: 'scram-sha-256' }, 15)).toBe(false)
})

it('counts a local rule as this machine', () => {
  expect(trustsOthers({ ...rule, type: 'local' }, 15)).toBe(false)
})

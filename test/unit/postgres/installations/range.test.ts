import { expect, test } from 'vitest'
import {
  judgeAnswer,
  rangeHeaders,
  validatorOf,
} from '../../../../electron/postgres/installations/download/range.ts'

test('the beginning is asked for plainly, the rest from a byte on', () => {
  expect(rangeHeaders(0, '"a"')).toEqual({ 'accept-encoding': 'identity' })
  expect(rangeHeaders(7)).toEqual({ 'accept-encoding': 'identity', range: 'bytes=7-' })
  expect(rangeHeaders(7, '"a"')).toMatchObject({ range: 'bytes=7-', 'if-range': '"a"' })
})

test('a weak ETag tells nothing about bytes', () => {
  const day = 'Sat, 21 Nov 2026 10:00:00 GMT'
  expect(validatorOf(new Headers({ etag: '"a"', 'last-modified': day }))).toBe('"a"')
  expect(validatorOf(new Headers({ etag: 'W/"a"', 'last-modified': day }))).toBe(day)
  expect(validatorOf(new Headers({ etag: 'W/"a"' }))).toBeUndefined()
  expect(validatorOf(new Headers())).toBeUndefined()
})

const range = (value: string, more: Readonly<Record<string, string>> = {}) => ({
  'content-range': value,
  ...more,
})

test.each([
  [206, range('bytes 40-99/100'), 'goes-on'],
  [206, range('bytes 40-69/100'), 'goes-on'],
  [206, range('bytes 40-99/*'), 'goes-on'],
  [206, range('bytes 30-99/100'), 'start-over'],
  [206, range('bytes 40-99/101'), 'start-over'],
  [206, range('bytes */100'), 'start-over'],
  [206, range('bytes 40-99/100', { 'content-encoding': 'gzip' }), 'start-over'],
  [206, {}, 'start-over'],
  [204, {}, 'start-over'],
  [200, { 'content-length': '100' }, 'whole'],
  [200, {}, 'whole'],
  [200, { 'content-length': '60', 'content-encoding': 'gzip' }, 'whole'],
  [200, { 'content-length': '99' }, 'other-file'],
] as const)('%i %j: %s', (status, headers, meaning) => {
  expect(judgeAnswer({ status, headers: new Headers(headers) }, { from: 40, bytes: 100 })).toBe(meaning)
})

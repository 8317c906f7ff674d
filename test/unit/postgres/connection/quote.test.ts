import { expect, test } from 'vitest'
import { quoteIdentifier, quoteLiteral } from '../../../../electron/postgres/connection/quote.ts'

test.each([
  ['plain', '"plain"'],
  ['with "quotes"', '"with ""quotes"""'],
  ['主库', '"主库"'],
])('the identifier %s', (name, quoted) => expect(quoteIdentifier(name)).toBe(quoted))

test.each([
  ['plain', "'plain'"],
  ["it's", "'it''s'"],
  ['C:\\data', "E'C:\\\\data'"],
  ["\\'; drop", "E'\\\\''; drop'"],
])('the literal %s', (text, quoted) => expect(quoteLiteral(text)).toBe(quoted))

test('a literal cannot hold NUL', () => expect(() => quoteLiteral('a\0b')).toThrow(RangeError))

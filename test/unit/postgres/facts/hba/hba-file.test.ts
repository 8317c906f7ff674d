import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHba, printHba } from '../../../../../electron/postgres/facts/hba/hba-file.ts'
import { quoteHbaName, tokenizeHbaLine } from '../../../../../electron/postgres/facts/hba/tokens.ts'

const word = (value: string, quoted = false) => ({ value, quoted })

describe('the words of a line', () => {
  test.each([
    [
      'host all all 1.2.3.4/32 md5 # x',
      [[word('host')], [word('all')], [word('all')], [word('1.2.3.4/32')], [word('md5')]],
    ],
    ['local a,b c', [[word('local')], [word('a'), word('b')], [word('c')]]],
    ['local a, b c', [[word('local')], [word('a'), word('b')], [word('c')]]],
    ['local a ,b c', [[word('local')], [word('a')], [word('b')], [word('c')]]],
    ['local "all" "my db"', [[word('local')], [word('all', true)], [word('my db', true)]]],
    ['local "a""b" x"y z"', [[word('local')], [word('a"b', true)], [word('xy z')]]],
    ['local "a#b" c#d', [[word('local')], [word('a#b', true)], [word('c')]]],
    ['local "" x', [[word('local')], [word('', true)], [word('x')]]],
    ['\t # nothing', []],
  ])('%s', (line, fields) => {
    expect(tokenizeHbaLine(line)).toEqual(fields)
  })

  test('a quoted name is read back as that name', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !/[\n\r\0]/.test(text))
    fc.assert(
      fc.property(name, (text) => {
        expect(tokenizeHbaLine(quoteHbaName(text))[0]?.[0]?.value).toBe(text)
      }),
    )
  })
})

describe('pg_hba.conf', () => {
  const pieces = fc.constantFrom(
    'host',
    ' all',
    '\t',
    '"',
    ',',
    '#',
    '\\',
    '\n',
    '\r\n',
    ' 127.0.0.1/32',
    ' trust',
    '@f',
    '"a b"',
    'include ',
  )

  test('is printed as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(pieces), fc.constantFrom(9.3, 13, 14, 16, 19), (parts, major) => {
        const text = parts.join('')
        expect(printHba(parseHba(text, major))).toBe(text)
      }),
    )
  })

  test('joins continuation lines from 14 on', () => {
    const text = 'host all all \\\n 127.0.0.1/32 trust\nlocal all all peer\n'
    expect(parseHba(text, 14).lines.map(({ kind, line }) => [kind, line])).toEqual([
      ['rule', 1],
      ['rule', 3],
    ])
    expect(parseHba(text, 13).lines.map(({ kind }) => kind)).toEqual(['invalid', 'invalid', 'rule'])
  })

  test('has includes from 16 on', () => {
    expect(parseHba('include_if_exists "more rules.conf"\n', 16).lines[0]).toMatchObject({
      kind: 'include',
      directive: 'include_if_exists',
      path: 'more rules.conf',
    })
    expect(parseHba('include x\n', 15).lines[0]).toMatchObject({ kind: 'invalid' })
  })

  test.each([
    ['host all all 10.0.0.0 255.255.255.0 md5', 24],
    ['host all all 10.0.0.7/24 md5', 24],
    ['host all all 1.2.3/8 md5', 8],
    ['hostssl all all ::1/128 md5 clientcert=verify-ca', 128],
    ['host all all ::ffff:1.2.3.4/120 md5', 120],
  ])('reads the address of %s', (line, prefix) => {
    expect(parseHba(line).lines[0]).toMatchObject({ rule: { address: { network: { prefix } } } })
  })

  test.each([
    ['hots all all 127.0.0.1/32 trust', 13],
    ['host all all 127.0.0.1 trust', 13],
    ['host all all 127.0.0.1/33 trust', 13],
    ['host all all 127.0.0.1 255.0.255.0 trust', 13],
    ['host all all example.org/8 trust', 13],
    ['host all all 127.0.0.1/32 scram', 13],
    ['host all all 127.0.0.1/32 scram-sha-256', 9.6],
    ['host all all 127.0.0.1/32 peer', 13],
    ['host all all 127.0.0.1/32', 13],
    ['local all', 13],
    ['hostgssenc all all 127.0.0.1/32 trust', 11],
    ['local all all peer mapx', 13],
    ['host all all 127.0.0.1/32 cert', 13],
    ['host all all 127.0.0.1/32 md5 map=x', 13],
    ['host all all 127.0.0.1/32 md5 clientcert=verify-ca', 13],
  ])('refuses %s in %s', (line, major) => {
    expect(parseHba(line, major).lines[0]?.kind).toBe('invalid')
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseTablespaceMap,
  printTablespaceMap,
  tablespaceLocation,
} from '../../../../electron/postgres/facts/tablespace-map.ts'

describe('tablespace_map', () => {
  test('escapes what would end a line', () => {
    expect(printTablespaceMap([{ oid: '16385', location: '/srv/a\nb\\c' }])).toBe('16385 /srv/a\\\nb\\\\c\n')
  })

  test('is read back as it was written', () => {
    const location = fc.string({ minLength: 1, unit: fc.constantFrom('/', 'a', ' ', '\n', '\r', '\\', '数') })
    const link = fc.record({ oid: fc.nat().map(String), location })
    fc.assert(
      fc.property(fc.array(link), (links) => {
        expect(parseTablespaceMap(printTablespaceMap(links))).toEqual(links)
      }),
    )
  })

  test('is refused when damaged', () => {
    expect(parseTablespaceMap('16385\n')).toEqual({ damaged: '16385' })
  })

  test.each([
    ['/srv/space', '/srv/space'],
    ['/srv/space/', '/srv/space'],
    ['\\??\\D:\\space\\', 'D:\\space'],
    ['\\\\?\\D:\\space', 'D:\\space'],
    ['D:\\', 'D:\\'],
    ['pg_tblspc/16400', null],
  ])('a link to %s is %s', (target, location) => {
    expect(tablespaceLocation(target)).toBe(location)
  })
})

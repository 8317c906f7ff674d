import { describe, expect, it } from 'vitest'
import {
  closingArguments,
  isInProfile,
  parseOwnSid,
} from '../../../../electron/system/platform/windows-access.ts'

describe('isInProfile', () => {
  it.each([
    ['C:\\Users\\小明\\AppData\\Local\\PgTandem', true],
    ['c:\\users\\小明', true],
    ['C:\\Users\\小明\\..cache', true],
    ['C:\\Users\\小明2\\PgTandem', false],
    ['C:\\Users\\Public', false],
    ['D:\\pg', false],
    ['\\\\server\\share\\pg', false],
  ])('%s: %s', (folder, expected) => {
    expect(isInProfile(folder, 'C:\\Users\\小明')).toBe(expected)
  })

  it('finds nothing in a profile that is not known', () => {
    expect(isInProfile('C:\\Users\\ada', '')).toBe(false)
  })
})

describe('parseOwnSid', () => {
  it.each([
    ['"desktop\\ada","S-1-5-21-1004336348-1177238915-682003330-1001"\r\n'],
    ['"桌面\\S-1-5-9","S-1-5-21-1004336348-1177238915-682003330-1001"\r\n'],
  ])('reads the last column of %j', (text) => {
    expect(parseOwnSid(text)).toBe('S-1-5-21-1004336348-1177238915-682003330-1001')
  })

  it('reads none in an error message', () => {
    expect(parseOwnSid('ERROR: Access is denied.\r\n')).toBeUndefined()
  })
})

describe('closingArguments', () => {
  it('takes what is inherited away and names three accounts by SID', () => {
    expect(closingArguments('D:\\my pg', 'S-1-5-21-1')).toEqual([
      'D:\\my pg',
      '/inheritance:r',
      '/grant:r',
      '*S-1-5-21-1:(OI)(CI)F',
      '/grant:r',
      '*S-1-5-18:(OI)(CI)F',
      '/grant:r',
      '*S-1-5-32-544:(OI)(CI)F',
      '/q',
    ])
  })
})

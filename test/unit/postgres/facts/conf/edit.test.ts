import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getSetting, parseConf, printConf } from '../../../../../electron/postgres/facts/conf/conf-file.ts'
import { setSetting, unsetSetting } from '../../../../../electron/postgres/facts/conf/edit.ts'
import { confText, settingName, settingValue } from './conf-texts.ts'

function set(text: string, name: string, value: string): string {
  return printConf(setSetting(parseConf(text), name, value))
}

function unset(text: string, name: string): string {
  return printConf(unsetSetting(parseConf(text), name))
}

describe('setting a value', () => {
  it.each([
    ['in its last active line', 'port = 1\n  Port=2   # x\n', 'port = 1\n  Port=5433   # x\n'],
    ['keeping apostrophes', "port'1'\n", "port'5433'\n"],
    [
      'after its sample',
      '#port = 5432\t# restart\r\n# end\r\n',
      '#port = 5432\t# restart\r\nport = 5433\r\n# end\r\n',
    ],
    ['by making our own commented-out line active', '#port = 5433\na = 1', 'port = 5433\na = 1'],
    [
      'at the end, if an include follows the sample',
      "#port = 1\ninclude 'x'\n",
      "#port = 1\ninclude 'x'\nport = 5433\n",
    ],
    [
      'after its sample, if the include stands before',
      "include 'x'\n#port = 1\n#\n",
      "include 'x'\n#port = 1\nport = 5433\n#\n",
    ],
    ['at the end without a sample', 'a = 1\n', 'a = 1\nport = 5433\n'],
    ['at the end of a last line without an end', 'a = 1', 'a = 1\nport = 5433'],
    ['in an empty file', '', 'port = 5433\n'],
    ['not at all if it is so already', 'port =   5433', 'port =   5433'],
  ])('%s', (_where, before, after) => {
    expect(set(before, 'port', '5433')).toBe(after)
  })

  it('never runs a value into its name', () => {
    expect(set('port+1', 'port', '5433')).toBe("port'5433'")
  })

  it('refuses what is no setting', () => {
    for (const name of ['', 'a b', 'a.b.c', '1a', 'include', "a'", 'a=']) {
      expect(() => set('', name, '1')).toThrow(RangeError)
    }
  })

  it('is what the file gives afterwards, may be repeated, and leaves every other setting', () => {
    fc.assert(
      fc.property(confText, settingName, settingValue, settingName, (text, name, value, other) => {
        const after = set(text, name, value)
        expect(getSetting(parseConf(after), name)).toBe(value)
        expect(set(after, name, value)).toBe(after)
        expect(getSetting(parseConf(after), other)).toBe(
          other === name ? value : getSetting(parseConf(text), other),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('unsetting', () => {
  it('turns every active line into a comment', () => {
    expect(unset('port = 1\n  port = 2 # x\r\na = 1\n', 'PORT')).toBe('#port = 1\n#  port = 2 # x\r\na = 1\n')
  })

  it('leaves no value and, repeated, no trace', () => {
    fc.assert(
      fc.property(confText, settingName, (text, name) => {
        const after = unset(text, name)
        expect(getSetting(parseConf(after), name)).toBeUndefined()
        expect(unset(after, name)).toBe(after)
      }),
    )
  })

  it('does not make a file grow when it is set and unset in turn', () => {
    let text = '#port = 5432\t# restart\n'
    for (let turn = 0; turn < 3; turn += 1) text = unset(set(text, 'port', '5433'), 'port')
    expect(text).toBe('#port = 5432\t# restart\n#port = 5433\n')
  })
})

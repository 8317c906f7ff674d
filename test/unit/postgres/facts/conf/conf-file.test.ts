import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getSetting, parseConf, printConf } from '../../../../../electron/postgres/facts/conf/conf-file.ts'
import {
  parseCommentedSetting,
  parseConfLine,
} from '../../../../../electron/postgres/facts/conf/conf-line.ts'
import { decodeConf, encodeConf } from '../../../../../electron/postgres/facts/conf/encoding.ts'
import { quoteConfValue, unquoteConfValue } from '../../../../../electron/postgres/facts/conf/value.ts'
import { confText, settingValue } from './conf-texts.ts'

describe('lines of postgresql.conf', () => {
  it.each([
    ['port = 5432', 'port', '5432'],
    ['port 5432', 'port', '5432'],
    ["port'5432'", 'port', '5432'],
    ['  PORT=5432#c', 'port', '5432'],
    ["log_line_prefix = '%m [%p] # '  # x", 'log_line_prefix', '%m [%p] # '],
    ["a = 'it''s \\'so\\' \\\\ \\n\\101'", 'a', "it's 'so' \\ \nA"],
    ["a = '\\346\\227\\245'", 'a', '日'],
    ['my.thing = on\r', 'my.thing', 'on'],
    ['work_mem = 64MB', 'work_mem', '64MB'],
    ['a = -0x1F', 'a', '-0x1F'],
    ['a = .5e-3', 'a', '.5e-3'],
    ['a = en_US.UTF-8', 'a', 'en_US.UTF-8'],
    ['größe = 日本', 'größe', '日本'],
  ])('%j sets', (text, name, value) => {
    expect(parseConfLine(text)).toMatchObject({ kind: 'setting', name, value })
  })

  it.each([
    ["include 'a.conf'", 'include', 'a.conf'],
    ["Include_If_Exists='b'", 'include_if_exists', 'b'],
    ["include_dir 'conf.d' # x", 'include_dir', 'conf.d'],
  ])('%j includes', (text, directive, path) => {
    expect(parseConfLine(text)).toMatchObject({ kind: 'include', directive, path })
  })

  it.each([
    ['port', ''],
    ['port =', ''],
    ['port = 1 2', '2'],
    ['port = = 1', '='],
    ["a = 'open", "'"],
    ['5432 = port', '5432'],
    ['a.b.c = 1', 'a.b.c'],
    ['a = b; # x', ';'],
    ['a = 192.168.0.1', '.0'],
    ['a = my.thing', 'my.thing'],
    ['include_dir = conf.d', 'conf.d'],
  ])('%j is broken', (text, near) => {
    expect(parseConfLine(text)).toEqual({ kind: 'broken', text, near })
  })

  it('tells a commented-out setting from prose', () => {
    expect(parseCommentedSetting('#port = 5432\t\t# (change requires restart)')?.name).toBe('port')
    expect(parseCommentedSetting(' ## Port=1')?.name).toBe('port')
    expect(parseCommentedSetting('# port number')).toBeUndefined()
    expect(parseCommentedSetting('# The port = is a number')).toBeUndefined()
    expect(parseCommentedSetting('port = 1')).toBeUndefined()
  })
})

describe('files', () => {
  it('are printed as they were parsed, whatever they hold', () => {
    const text = fc.oneof(confText, fc.string({ unit: 'binary' }), fc.string())
    fc.assert(
      fc.property(text, (content) => {
        expect(printConf(parseConf(content))).toBe(content)
      }),
      { numRuns: 1000 },
    )
  })

  it('give a setting the value of its last active line', () => {
    const file = parseConf('port = 1\nPort = 2 # two\n#port = 3\nport =\n')
    expect(getSetting(file, 'PORT')).toBe('2')
    expect(getSetting(file, 'work_mem')).toBeUndefined()
  })

  it('survive any encoding byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, encoding } = decodeConf(bytes)
        expect([...encodeConf(printConf(parseConf(text)), encoding)]).toEqual([...bytes])
      }),
    )
    const gbk = Uint8Array.from([0x23, 0x20, 0xd6, 0xd0, 0x0a])
    expect(decodeConf(gbk).encoding).toBe('latin1')
    expect([...encodeConf('日', 'latin1')]).toEqual([0xe6, 0x97, 0xa5])
  })
})

describe('values', () => {
  it.each([
    ['on', 'on'],
    ['-1', '-1'],
    ['64MB', '64MB'],
    ['', "''"],
    ['1.5', "'1.5'"],
    ["it's", "'it''s'"],
    ['D:\\data', "'D:\\\\data'"],
    ['a\nb', "'a\\nb'"],
    ['*', "'*'"],
  ])('%j is written %s', (value, written) => {
    expect(quoteConfValue(value)).toBe(written)
  })

  it('are read as they were written', () => {
    fc.assert(
      fc.property(settingValue, (value) => {
        expect(unquoteConfValue(quoteConfValue(value))).toBe(value)
        expect(parseConfLine(`a = ${quoteConfValue(value)} # c`)).toMatchObject({ kind: 'setting', value })
      }),
      { numRuns: 500 },
    )
    expect(() => quoteConfValue('a\0')).toThrow(RangeError)
  })
})

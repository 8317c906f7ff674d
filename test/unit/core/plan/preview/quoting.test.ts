import { execFileSync } from 'node:child_process'
import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  echoCmd,
  quoteCmd,
  quoteCmdPath,
  quotePsqlPath,
  quoteSh,
  quoteSqlLiteral,
  quoteSqlName,
} from '../../../../../electron/core/plan/preview/quoting.ts'

const anyText = string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'))

describe.skipIf(process.platform === 'win32')('quoteSh (Windows has no sh)', () => {
  it('gives the shell back any list of arguments', () => {
    assert(
      property(array(anyText, { minLength: 1, maxLength: 30 }), (args) => {
        const script = args.map((arg) => `printf '%s\\0' ${quoteSh(arg)}`).join('\n')
        expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(
          args,
        )
      }),
      { numRuns: 40 },
    )
  })

  it('keeps awkward paths whole', () => {
    const paths = [
      "/tmp/it's here",
      '/tmp/50%&^!',
      '/tmp/数据库 目录',
      '-x',
      '~',
      '',
      'a\nb',
      '$HOME `id` "q" \\',
    ]
    const script = paths.map((path) => `printf '%s\\0' ${quoteSh(path)}`).join('\n')
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(paths)
  })

  it('refuses NUL', () => {
    expect(() => quoteSh('a\0b')).toThrow(RangeError)
  })
})

describe('quoteCmd', () => {
  it.each([
    ['D:\\PostgreSQL\\data', 'D:\\PostgreSQL\\data'],
    ['C:\\Program Files\\db', '"C:\\Program Files\\db"'],
    ['C:\\Program Files\\db\\', '"C:\\Program Files\\db\\\\"'],
    ["it's", `"it's"`],
    ['100%', '"100%%"'],
    ['a & b ^ c ! (d)', '"a & b ^ c ! (d)"'],
    ['数据库', '"数据库"'],
    ['', '""'],
    ['say "hi"', '"say \\"hi\\""'],
    ['"a&b" c', '"\\"a^&b\\" c"'],
    ['x\\"y', '"x\\\\\\"y"'],
    ['"', '"\\""'],
  ])('%s', (arg, expected) => {
    expect(quoteCmd(arg)).toBe(expected)
  })

  it('refuses line ends', () => {
    expect(() => quoteCmd('a\r\nb')).toThrow(RangeError)
  })

  it('turns slashes of Windows paths only', () => {
    expect(quoteCmdPath('D:/a b/c%d')).toBe('"D:\\a b\\c%%d"')
    expect(quoteCmdPath('/srv/a')).toBe('"/srv/a"')
  })
})

describe('echoCmd', () => {
  it.each([
    ['port = 5432', 'echo port = 5432'],
    [`archive_command = 'copy "%p" "D:/a/%f"'`, `echo archive_command = 'copy ^"%%p^" ^"D:/a/%%f^"'`],
    ['a & b | c > d < e ^ (f)', 'echo a ^& b ^| c ^> d ^< e ^^ ^(f^)'],
    ['', 'echo('],
    ['off', 'echo(off'],
    ['/?', 'echo(/?'],
  ])('%s', (line, expected) => {
    expect(echoCmd(line)).toBe(expected)
  })
})

describe('names and constants', () => {
  it('of SQL', () => {
    expect(quoteSqlName('repuser')).toBe('repuser')
    expect(quoteSqlName('Rep "user')).toBe('"Rep ""user"')
    expect(quoteSqlName('user')).toBe('"user"')
    expect(quoteSqlLiteral("it's")).toBe("'it''s'")
    expect(quoteSqlLiteral('C:\\x')).toBe("E'C:\\\\x'")
  })

  it('of psql', () => {
    expect(quotePsqlPath("D:\\new\\it's")).toBe("'D:/new/it''s'")
    expect(quotePsqlPath('/a\\b')).toBe("'/a\\\\b'")
  })
})

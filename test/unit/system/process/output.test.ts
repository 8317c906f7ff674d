import iconv from 'iconv-lite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { decodeAnsiAs, decodeOutput } from '../../../../electron/system/process/decode-output.ts'
import { buildEnvironment } from '../../../../electron/system/process/environment.ts'
import { createOutputCapture } from '../../../../electron/system/process/output-capture.ts'

describe('decodeOutput', () => {
  it('reads UTF-8 everywhere and GBK on Windows', () => {
    expect(decodeOutput(Buffer.from('主库'), 'win32')).toBe('主库')
    expect(decodeOutput(iconv.encode('D:\\数据\\主库', 'gbk'), 'win32')).toBe('D:\\数据\\主库')
    expect(decodeOutput(iconv.encode('主库', 'gbk'), 'linux')).toContain('\uFFFD')
  })

  it('reads what Windows tools mark as UTF-16', () => {
    expect(decodeOutput(Buffer.from('\uFEFF主库 1\r\n', 'utf16le'), 'win32')).toBe('主库 1\r\n')
  })

  it.each([
    [1252, 'cp1252', 'C:\\Jürgen'],
    [1251, 'cp1251', 'C:\\Данные'],
    [950, 'cp950', 'C:\\資料'],
    [936, 'gbk', 'C:\\数据'],
    [47_110, 'gbk', 'C:\\数据'],
    [undefined, 'gbk', 'C:\\数据'],
  ])('reads what is not UTF-8 in the code page of Windows, %s as %s', (codePage, encoding, text) => {
    decodeAnsiAs(codePage)
    onTestFinished(() => decodeAnsiAs(undefined))
    expect(decodeOutput(iconv.encode(text, encoding), 'win32')).toBe(text)
    expect(decodeOutput(Buffer.from('主库'), 'win32')).toBe('主库')
  })

  it('reads half a character as one that is missing where the code page is UTF-8', () => {
    decodeAnsiAs(65_001)
    onTestFinished(() => decodeAnsiAs(undefined))
    expect(decodeOutput(Buffer.from('主库').subarray(2), 'win32')).toBe('\uFFFD库')
  })
})

describe('createOutputCapture', () => {
  it('delivers whole lines however the pieces fall, even inside a character', () => {
    const lines: string[] = []
    const capture = createOutputCapture((line) => lines.push(line))
    for (const byte of Buffer.from('主\r\n备\n\nend')) capture.add(Uint8Array.of(byte))
    expect(capture.finish()).toBe('主\r\n备\n\nend')
    expect(lines).toEqual(['主', '备', 'end'])
  })
})

describe('buildEnvironment', () => {
  it('drops PG variables in any spelling and replaces Path on Windows', () => {
    const inherited = { Path: 'C:\\old', pgdata: 'x', PGPORT: '1', electron_run_as_node: '1', lang: 'zh' }
    expect(buildEnvironment({ PATH: 'C:\\new' }, inherited, 'win32')).toEqual({
      PATH: 'C:\\new',
      lang: 'zh',
      LC_ALL: 'C',
      LC_MESSAGES: 'C',
      LANGUAGE: '',
      PGCLIENTENCODING: 'UTF8',
    })
  })
})

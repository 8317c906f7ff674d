import { describe, expect, it } from 'vitest'
import { parseAnsiCodePage } from '../../../../electron/system/platform/windows-code-page.ts'
import {
  findOutsideCodePage,
  inspectWindowsPath,
} from '../../../../electron/system/platform/windows-paths.ts'

const env = { OneDrive: 'C:\\Users\\li\\OneDrive' }
const kinds = (file: string, codePage = 936) =>
  inspectWindowsPath(file, { codePage, env }).map(({ kind }) => kind)

describe('inspectWindowsPath', () => {
  it.each([
    ['C:\\Users\\李\\data', []],
    ['C:\\pg data\\主库', []],
    ['D:/pg/data', []],
    ['data', ['not-absolute']],
    ['\\data', ['not-absolute']],
    ['C:data', ['not-absolute']],
    ['C:\\pg\\con', ['device-name']],
    ['C:\\pg\\NUL.txt', ['device-name']],
    ['C:\\pg\\Com1 .log', ['device-name']],
    ['C:\\console\\common\\com10', []],
    ['C:\\pg\\a?b', ['invalid-character']],
    ['C:\\pg\\a:b', ['invalid-character']],
    ['C:\\pg\\data.', ['trailing-dot-or-space']],
    ['C:\\pg \\data', ['trailing-dot-or-space']],
    ['\\\\server\\share\\data', ['network-share']],
    ['\\\\?\\UNC\\server\\share\\data', ['network-share']],
    ['C:\\Users\\li\\onedrive\\pg', ['cloud-folder']],
    ['C:\\Users\\li\\OneDriveOld\\pg', []],
    ['D:\\OneDrive - Contoso\\pg', ['cloud-folder']],
  ])('%s: %j', (file, expected) => {
    expect(kinds(file)).toEqual(expected)
  })

  it('names the characters that the code page lacks', () => {
    expect(findOutsideCodePage('C:\\数据\\é数', 1252)).toBe('数据')
    expect(findOutsideCodePage('C:\\数据\\😀', 936)).toBe('😀')
    expect(findOutsideCodePage('C:\\数据\\😀', 65_001)).toBe('')
    expect(inspectWindowsPath('C:\\数据', { codePage: 1252, env: {} })).toEqual([
      { kind: 'not-in-code-page', characters: '数据', codePage: 1252 },
    ])
  })

  it('leaves room for the names below', () => {
    const file = `C:\\${'a'.repeat(200)}`
    expect(kinds(file)).toEqual([])
    expect(inspectWindowsPath(file, { codePage: 936, env, reservedLength: 80 })).toEqual([
      { kind: 'too-long', length: 203, limit: 179 },
    ])
  })
})

describe('parseAnsiCodePage', () => {
  it('reads what reg prints', () => {
    const key = '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n'
    expect(parseAnsiCodePage(`${key}    ACP    REG_SZ    936\r\n\r\n`)).toBe(936)
    expect(parseAnsiCodePage('ERROR: not found')).toBeUndefined()
  })
})

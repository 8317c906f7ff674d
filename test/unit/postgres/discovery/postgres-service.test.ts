import { describe, expect, it } from 'vitest'
import {
  parseEdbServices,
  parsePostgresServices,
  serviceOf,
} from '../../../../electron/postgres/discovery/postgres-service.ts'

/** As `reg export` writes: UTF-16LE with its mark, lines of at most 80 characters for binary values. */
const exported = (lines: readonly string[]): Uint8Array =>
  Buffer.from(`\ufeff${['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')}`, 'utf16le')

const expandable = (text: string): string => {
  const bytes = [...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'))
  const rows = bytes.reduce<string[][]>((found, byte, index) => {
    if (index % 22 === 0) found.push([])
    found.at(-1)?.push(byte)
    return found
  }, [])
  return `hex(2):${rows.map((row) => row.join(',')).join(',\\\r\n  ')}`
}

const services = String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services`
const scm = exported([
  `[${services}\\Spooler]`,
  `"ImagePath"=${expandable(String.raw`%SystemRoot%\System32\spoolsv.exe`)}`,
  '"ObjectName"="LocalSystem"',
  '',
  `[${services}\\postgresql-x64-16]`,
  '"Type"=dword:00000010',
  `"ImagePath"=${expandable(String.raw`"D:\数据库\PostgreSQL\16\bin\pg_ctl.exe" runservice -N "postgresql-x64-16" -D "D:\数据库\PostgreSQL\16\data" -w`)}`,
  '"DisplayName"="postgresql-x64-16 - PostgreSQL Server 16"',
  String.raw`"ObjectName"="NT AUTHORITY\\NetworkService"`,
  '',
  `[${services}\\pg]`,
  String.raw`"ImagePath"="C:\\pg\\bin\\pg_ctl.exe runservice -N pg -D C:\\pg\\data"`,
  String.raw`"ObjectName"=".\\li"`,
])
const sixteen = String.raw`D:\数据库\PostgreSQL\16\data`

const edb = (root: string): Uint8Array =>
  exported([
    `[${root}\\PostgreSQL]`,
    '',
    `[${root}\\PostgreSQL\\Services]`,
    '',
    `[${root}\\PostgreSQL\\Services\\postgresql-x64-16]`,
    '"Display Name"="postgresql-x64-16 - PostgreSQL Server 16"',
    String.raw`"Service Account"="NT AUTHORITY\\NetworkService"`,
    String.raw`"Data Directory"="D:\\数据库\\PostgreSQL\\16\\data"`,
    '"Port"=dword:00001539',
  ])

describe('services that run PostgreSQL', () => {
  it('are those whose program is pg_ctl runservice, of any maker', () => {
    expect(parsePostgresServices(scm)).toEqual([
      {
        name: 'postgresql-x64-16',
        dataDir: sixteen,
        account: String.raw`NT AUTHORITY\NetworkService`,
        port: null,
      },
      { name: 'pg', dataDir: String.raw`C:\pg\data`, account: String.raw`.\li`, port: null },
    ])
    expect(parsePostgresServices(exported([]))).toEqual([])
  })

  it.each([
    ['64', String.raw`HKEY_LOCAL_MACHINE\SOFTWARE`],
    ['32', String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node`],
  ])("are told with their port by EDB's key in the %s-bit registry", (_, root) => {
    expect(parseEdbServices(edb(root))).toEqual([
      {
        name: 'postgresql-x64-16',
        dataDir: sixteen,
        account: String.raw`NT AUTHORITY\NetworkService`,
        port: 5433,
      },
    ])
  })

  it('belong to a data directory however that is spelled', () => {
    const all = [
      ...parsePostgresServices(scm),
      ...parseEdbServices(edb(String.raw`HKEY_LOCAL_MACHINE\SOFTWARE`)),
    ]
    const found = {
      name: 'postgresql-x64-16',
      dataDir: sixteen,
      account: String.raw`NT AUTHORITY\NetworkService`,
      port: 5433,
    }
    for (const spelling of [
      sixteen,
      'd:/数据库/postgresql/16/DATA',
      `${sixteen}\\`,
      String.raw`D:\数据库\x\..\PostgreSQL\16\data`,
    ])
      expect(serviceOf(all, spelling)).toEqual(found)
    expect(serviceOf(all, String.raw`D:\数据库\PostgreSQL\16\data2`)).toBeUndefined()
  })
})

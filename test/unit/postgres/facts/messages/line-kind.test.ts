import { expect, test } from 'vitest'
import { readLineKind } from '../../../../../electron/postgres/facts/messages/line-kind.ts'

test.each([
  ['2026-11-21 08:28:16.624 UTC [9031] LOG:  starting PostgreSQL 18.4', 'LOG'],
  ['2026-11-21 08:28:16.624 UTC [9031] ERROR:  division by zero at character 3', 'ERROR'],
  ['2026-11-21 08:28:16.624 UTC [9031] STATEMENT:  select 1/0', 'STATEMENT'],
  ['2026-11-21 08:28:16.624 UTC [9031] DETAIL:  The database subsystem is starting up.', 'DETAIL'],
  ['LOG:  no prefix at all', 'LOG'],
  ['app=psql,db=postgres:FATAL:  the database system is shutting down', 'FATAL'],
  ['[12]PANIC:  could not write to file', 'PANIC'],
  ['DEBUG3:  a debugging level', 'DEBUG'],
  ['ERROR:  42P01: relation "x" does not exist', 'ERROR'],
  ['LOG:  could not connect: FATAL:  no pg_hba.conf entry', 'LOG'],
  ['2026-11-21 日志:  数据库系统已准备好接受连接', 'LOG'],
  ['2026-11-21 [3] 致命错误:  数据库系统正在关闭', 'FATAL'],
  ['2026-11-21 [3] 比致命错误还过分的错误:  无法写入', 'PANIC'],
  ['2026-11-21 [3] 详细信息:  正在启动', 'DETAIL'],
  ['2026-11-21 [3] 语句:  select 1', 'STATEMENT'],
] as const)('%s is %s', (line, kind) => {
  expect(readLineKind(line)).toBe(kind)
})

test.each([
  '\tfrom generate_series(1, 3)',
  "\tselect 'ERROR:  in a string'",
  'waiting for server to start.... done',
  'http://example.org/LOG: one space is not the server',
  '',
])('%j goes on from the line before, or is not of a server', (line) => {
  expect(readLineKind(line)).toBeNull()
})

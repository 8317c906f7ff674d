import { describe, expect, test } from 'vitest'
import { parsePidFile } from '../../../../electron/postgres/facts/pid-file.ts'

const ready = '4711\n/srv/pg data/main\n1700000000\n5433\n/tmp\n127.0.0.1\n  5433001    32770\nready   \n'

describe('postmaster.pid', () => {
  test('of a running server', () => {
    expect(parsePidFile(ready)).toEqual({
      pid: 4711,
      singleUser: false,
      dataDir: '/srv/pg data/main',
      startedAt: new Date('2023-11-14T22:13:20Z'),
      port: 5433,
      socketDir: '/tmp',
      listenAddress: '127.0.0.1',
      status: 'ready',
    })
  })

  test.each([
    ['starting', 'starting\n'],
    ['stopping', 'stopping\n'],
    ['standby', 'standby \n'],
  ])('says %s', (status, line) => {
    expect(parsePidFile(ready.replace('ready   \n', line))).toMatchObject({ status })
  })

  test('of 9.6 has no status, of Windows no socket, and CRLF does no harm', () => {
    const lines = ['88', 'D:/PostgreSQL/data', '1700000000', '5432', '', '*', '  5432001  0', '']
    expect(parsePidFile(lines.join('\r\n'))).toMatchObject({
      socketDir: null,
      listenAddress: '*',
      status: null,
    })
  })

  test('of the first moment of a start has four lines, of single-user mode a negative pid', () => {
    expect(parsePidFile('-12\n/data\n1700000000\n5432\n')).toMatchObject({
      pid: 12,
      singleUser: true,
      status: null,
    })
  })

  test.each([
    ['', 'empty'],
    ['\n', 'empty'],
    ['4711\n', 'damaged'],
    ['x\n/data\n1700000000\n5432\n', 'damaged'],
    ['4711\n\n1700000000\n5432\n', 'damaged'],
    ['0\n/data\n1700000000\n5432\n', 'damaged'],
  ])('%j is %s', (text, problem) => {
    expect(parsePidFile(text)).toEqual({ problem })
  })
})

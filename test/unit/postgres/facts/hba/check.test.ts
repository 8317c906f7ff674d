import { describe, expect, test } from 'vitest'
import { checkHba } from '../../../../../electron/postgres/facts/hba/check.ts'
import { parseHba } from '../../../../../electron/postgres/facts/hba/hba-file.ts'

const codes = (text: string, expected: Parameters<typeof checkHba>[1]): readonly string[] =>
  checkHba(parseHba(text), expected).map(({ code }) => code)

describe('checking the rules', () => {
  test('finds nothing wrong with what initdb writes', () => {
    const text = ['all', 'replication'].flatMap((database) => [
      `local ${database} all scram-sha-256`,
      `host ${database} all 127.0.0.1/32 scram-sha-256`,
      `host ${database} all ::1/128 scram-sha-256`,
    ])
    const expected = { user: 'postgres', replicationUser: 'repl', method: 'scram-sha-256' }
    expect(codes(text.join('\n'), expected)).toEqual([])
  })

  test('names open doors, dead lines, and lines that cannot be read', () => {
    const text = 'host all all 0.0.0.0/0 trust\nhost all ann 127.0.0.1/32 md5\nhosts x\n'
    expect(checkHba(parseHba(text), {})).toEqual([
      { code: 'hba-line-invalid', params: { line: 3, problem: 'unknown connection type' } },
      { code: 'hba-open-to-world', params: { line: 1 } },
      { code: 'hba-rule-unreachable', params: { line: 2, by: 1 } },
    ])
  })

  test('asks for both loopback addresses', () => {
    const text = 'host replication repl 127.0.0.1/32 md5\nhost all all 127.0.0.1/32 trust\n'
    expect(checkHba(parseHba(text), { user: 'postgres', replicationUser: 'repl', method: 'md5' })).toEqual([
      {
        code: 'hba-method-differs',
        params: { user: 'postgres', address: '127.0.0.1/32', method: 'trust', expected: 'md5', line: 2 },
      },
      { code: 'hba-replication-refused', params: { user: 'repl', address: '::1/128' } },
      { code: 'hba-connection-refused', params: { user: 'postgres', address: '::1/128' } },
    ])
  })

  test('does not guess what an included file says', () => {
    expect(codes('include more.conf\n', { replicationUser: 'repl' })).toEqual([])
  })
})

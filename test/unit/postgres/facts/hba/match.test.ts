import { describe, expect, test } from 'vitest'
import { parseHba } from '../../../../../electron/postgres/facts/hba/hba-file.ts'
import { matchHba, type HbaConnection } from '../../../../../electron/postgres/facts/hba/match.ts'

const file = parseHba(
  [
    'local all postgres peer',
    'host all +readers 127.0.0.1/32 trust',
    'hostssl sales all 0.0.0.0/0 cert',
    'host replication repl 127.0.0.1/32 md5',
    'host "replication" all samehost md5',
    'host sameuser all ::1/128 scram-sha-256',
    'host /^shop[0-9]$ all localhost password',
    'hostnossl all all 192.168.0.0 255.255.0.0 reject',
    'host all all 192.168.1.0/24 ident',
    'host "all" all all bsd',
  ].join('\n'),
  16,
)
const tcp = (database: string | null, user: string, address: string): HbaConnection => ({
  type: 'host',
  database,
  user,
  address,
})

describe('the rule that decides', () => {
  test.each<[HbaConnection, number | undefined]>([
    [{ type: 'local', database: 'x', user: 'postgres' }, 1],
    [{ type: 'local', database: 'x', user: 'ann' }, undefined],
    [{ type: 'local', database: null, user: 'postgres' }, undefined],
    [{ ...tcp('x', 'ann', '127.0.0.1'), roles: ['readers'] }, 2],
    [tcp('x', 'readers', '127.0.0.1'), 2],
    [{ ...tcp('sales', 'ann', '8.8.8.8'), type: 'hostssl' }, 3],
    [tcp('sales', 'ann', '8.8.8.8'), undefined],
    [tcp(null, 'repl', '127.0.0.1'), 4],
    [tcp(null, 'ann', '127.0.0.1'), undefined],
    [tcp('replication', 'ann', '::1'), 5],
    [tcp('ann', 'ann', '::1'), 6],
    [tcp('shop7', 'ann', '127.0.0.1'), 7],
    [tcp('shop77', 'ann', '127.0.0.1'), undefined],
    [tcp('x', 'ann', '192.168.1.9'), 8],
    [{ ...tcp('x', 'ann', '192.168.1.9'), type: 'hostssl' }, 9],
    [{ ...tcp('x', 'ann', '192.168.2.9'), type: 'hostgssenc' }, 8],
    [tcp('all', 'ann', '9.9.9.9'), 10],
  ])('%j: line %s', (connection, line) => {
    expect(matchHba(file, connection)?.line).toBe(line)
  })

  test('says when a file that was not read could decide first', () => {
    const rule = 'host all all 127.0.0.1/32 trust\n'
    const connection = tcp('x', 'ann', '127.0.0.1')
    expect(matchHba(parseHba(rule), connection)?.uncertain).toBe(false)
    expect(matchHba(parseHba(`include more.conf\n${rule}`), connection)?.uncertain).toBe(true)
    expect(matchHba(parseHba(`host @dbs all all reject\n${rule}`), connection)?.uncertain).toBe(true)
  })
})

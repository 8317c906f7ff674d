import { describe, expect, test } from 'vitest'
import {
  describePosition,
  toConnectError,
  toStatementError,
} from '../../../../electron/postgres/connection/server-error.ts'

const place = { name: 'main', host: '127.0.0.1', port: 5432, user: 'u', database: 'd' }
const serverError = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { severity: 'FATAL', code, ...more })

describe('a refused connection', () => {
  test.each([
    ['28P01', 'password authentication failed for user "u"', 'wrong-password'],
    [
      '28000',
      'no pg_hba.conf entry for host "127.0.0.1", user "u", database "d", no encryption',
      'no-hba-entry',
    ],
    ['28000', 'role "u" does not exist', 'role-missing'],
    ['28000', 'Peer authentication failed for user "u"', 'authentication-failed'],
    ['3D000', 'database "d" does not exist', 'database-missing'],
    ['57P03', 'the database system is starting up', 'server-starting'],
    ['53300', 'sorry, too many clients already', 'too-many-connections'],
    ['42501', 'permission denied for database "d"', 'connection-refused-by-server'],
  ])('%s %s is %s and keeps the words', (sqlstate, message, code) => {
    const error = toConnectError(place, serverError(sqlstate, message))
    expect(error).toMatchObject({
      code,
      params: { message, instance: 'main', port: 5432 },
      details: { sqlstate },
    })
  })

  test('without a server it is server-unreachable', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    expect(toConnectError(place, refused).code).toBe('server-unreachable')
  })
})

describe('a failed statement', () => {
  test('has sqlstate, detail, hint and the place', () => {
    const sql = 'select 1;\nselect nix'
    const error = toStatementError(
      place,
      serverError('42703', 'column "nix" does not exist', { detail: 'D', hint: 'H', position: '18' }),
      sql,
    )
    expect(error.code).toBe('sql-failed')
    expect(error.details).toMatchObject({
      sqlstate: '42703',
      lastLines: [
        'ERROR: column "nix" does not exist',
        'DETAIL: D',
        'HINT: H',
        'LINE 2: select nix',
        '               ^',
      ],
    })
  })

  test('ended by an administrator is a lost connection', () => {
    const ended = serverError('57P01', 'terminating connection due to administrator command')
    expect(toStatementError(place, ended, 'select 1').code).toBe('connection-lost')
  })

  test('positions count characters, not UTF-16 units', () => {
    expect(describePosition("select '😀', nix", 13)).toEqual([
      "LINE 1: select '😀', nix",
      `${' '.repeat(20)}^`,
    ])
  })
})

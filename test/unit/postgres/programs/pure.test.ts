import { describe, expect, test } from 'vitest'
import { initdbArgs } from '../../../../electron/postgres/programs/initdb.ts'
import { isUnlistedSetting } from '../../../../electron/postgres/facts/unlisted-settings.ts'
import { parseDescribeConfig } from '../../../../electron/postgres/programs/known-settings.ts'
import { parsePingAnswer } from '../../../../electron/postgres/programs/ping-server.ts'
import { programEnv } from '../../../../electron/postgres/programs/program-env.ts'
import { psqlCommand } from '../../../../electron/postgres/programs/psql.ts'
import { pathProblemForPgCtl } from '../../../../electron/postgres/facts/refuse-paths.ts'
import { findObstacle, pickReason, saysFatal } from '../../../../electron/postgres/programs/start-failure.ts'

describe('paths for pg_ctl', () => {
  test.each(['/a"b', '/a$b', '/a`b', '/a\\b', '/a\nb'])('%j is refused on Unix', (path) => {
    expect(pathProblemForPgCtl(path, 'linux')?.code).toBe('path-not-safe')
  })
  test.each(['C:\\a"b', 'C:\\100%', 'C:\\a\r\nb'])('%j is refused on Windows', (path) => {
    expect(pathProblemForPgCtl(path, 'win32')?.code).toBe('path-not-safe')
  })
  test('spaces, apostrophes, Chinese and the other system’s characters pass', () => {
    expect(pathProblemForPgCtl("/it's 100% 数据", 'linux')).toBeUndefined()
    expect(pathProblemForPgCtl("C:\\it's $5 `数据` & more", 'win32')).toBeUndefined()
  })
})

describe('initdb', () => {
  const request = {
    binDir: '/b',
    dataDir: '/d',
    user: 'postgres',
    pwfile: '/p',
    auth: 'scram-sha-256',
    locale: 'C',
    encoding: 'UTF8',
  } as const
  const common = [
    '-D',
    '/d',
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile=/p',
    '-E',
    'UTF8',
    '--locale=C',
  ]

  test.each([
    [10, true, ['--data-checksums']],
    [17, false, []],
    [18, true, ['--data-checksums']],
    [18, false, ['--no-data-checksums']],
  ])('of %i with checksums %s', (major, checksums, last) => {
    expect(initdbArgs({ ...request, major, checksums })).toEqual([...common, ...last])
  })
  test.each([
    [9.6, '--xlogdir=/w'],
    [10, '--waldir=/w'],
  ])('of %d puts WAL elsewhere by %s', (major, option) => {
    expect(initdbArgs({ ...request, major, checksums: false, walDir: '/w', noSync: true })).toEqual([
      ...common,
      option,
      '--nosync',
    ])
  })
})

test('settings are read from what the server program says', () => {
  const said =
    'port\tpostmaster\tConnections\tINTEGER\t5432\t1\t65535\tSets the port.\t\n' +
    'fsync\tsighup\tWAL\tBOOLEAN\tTRUE\t\t\tForces.\t\nrandom_page_cost\tuser\tQuery\tREAL\t4\t0\t1.79769e+308\tCost.\t\nbroken line\n'
  const settings = parseDescribeConfig(said)
  expect([...settings.keys()]).toEqual(['port', 'fsync', 'random_page_cost'])
  expect(settings.get('port')).toMatchObject({
    context: 'postmaster',
    type: 'integer',
    defaultValue: '5432',
    min: 1,
    max: 65_535,
  })
  expect(settings.get('fsync')).toMatchObject({ type: 'bool', defaultValue: 'on', min: null })
  expect(settings.has('port')).toBe(true)
  expect(isUnlistedSetting('debug_parallel_query', 15)).toBe(false)
  expect(isUnlistedSetting('debug_parallel_query', 16)).toBe(true)
})

test('the answer to a first message tells whether a server lets people in', () => {
  expect(parsePingAnswer(Buffer.from('R\0\0\0\x08'))).toBe('ready')
  expect(
    parsePingAnswer(Buffer.from('E\0\0\0\x30SFATAL\0C57P03\0Mthe database system is starting up\0\0')),
  ).toBe('starting')
  expect(parsePingAnswer(Buffer.from('E\0\0\0\x30SFATAL\0C28000\0Mno pg_hba.conf entry\0\0'))).toBe('ready')
  expect(parsePingAnswer(Buffer.from('HTTP/1.1 400'))).toBe('no-answer')
})

test('the reason of a failed start is the line that names it', () => {
  const lines = [
    '2026-01-01 LOG:  starting PostgreSQL 18.4',
    '2026-01-01 LOG:  could not bind IPv4 address "127.0.0.1": Address already in use',
    '2026-01-01 FATAL:  could not create any TCP/IP sockets',
  ]
  expect(saysFatal(lines)).toBe(true)
  expect(saysFatal(lines.slice(0, 2))).toBe(false)
  expect(pickReason(lines)).toContain('Address already in use')
  expect(pickReason([])).toBeNull()
})

test('psql gets the password’s place, never the password, and the user’s arguments last', () => {
  const target = { host: '127.0.0.1', port: 5433, user: 'postgres', passfile: '/p' }
  const { args, env } = psqlCommand(target, '/b', ['-d', 'app'])
  expect(args).toEqual(['-h', '127.0.0.1', '-p', '5433', '-U', 'postgres', '-d', 'postgres', '-d', 'app'])
  expect(env).toEqual({ PGPASSFILE: '/p' })
})

test('on Windows its own libraries come first', () => {
  expect(programEnv('C:\\pg\\bin', 'win32', { Path: 'C:\\Windows' })).toEqual({
    PATH: 'C:\\pg\\bin;C:\\Windows',
  })
  expect(programEnv('/b', 'linux', { PATH: '/usr/bin' })).toEqual({})
})

test('what a crash left in the way of a start is told from other failures', () => {
  const memory = 'FATAL:  pre-existing shared memory block (key 5432001, ID 7) is still in use'
  const lock = 'FATAL:  lock file "/tmp/.s.PGSQL.5432.lock" already exists'
  expect(findObstacle(['LOG:  starting', memory])).toBe('memory')
  expect(findObstacle([lock])).toEqual({ lockFile: '/tmp/.s.PGSQL.5432.lock' })
  expect(
    findObstacle(['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use']),
  ).toBeUndefined()
})

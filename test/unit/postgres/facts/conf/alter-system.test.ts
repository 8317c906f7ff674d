import { describe, expect, it } from 'vitest'
import {
  alterSystemConstants,
  isSameToAlterSystem,
} from '../../../../../electron/postgres/facts/conf/alter-system.ts'

describe('constants of ALTER SYSTEM', () => {
  it.each([
    ['shared_preload_libraries', 'pg_stat_statements,auto_explain', ['pg_stat_statements', 'auto_explain']],
    ['shared_preload_libraries', ' My lib , "a,b" ', ['My lib', 'a,b']],
    ['search_path', '"$user", Public,"My ""own"""', ['$user', 'public', 'My "own"']],
    ['TEMP_TABLESPACES', 'one', ['one']],
    ['search_path', '""', ['']],
    ['synchronous_standby_names', 'FIRST 1 (a, b)', ['FIRST 1 (a, b)']],
    ['listen_addresses', '', ['']],
  ])('of %s = %j', (name, value, constants) => {
    expect(alterSystemConstants(name, value, 15)).toEqual(constants)
  })

  it.each([
    ['search_path', ''],
    ['shared_preload_libraries', ' '],
    ['search_path', 'a b'],
    ['search_path', 'a,'],
    ['search_path', '"a'],
    ['shared_preload_libraries', 'a,,b'],
  ])('cannot say %s = %j', (name, value) => {
    expect(alterSystemConstants(name, value, 15)).toEqual([])
  })

  it.each([
    ['unix_socket_directories', 13, ['/a, /b']],
    ['unix_socket_directories', 14, ['/a', '/b']],
    ['oauth_validator_libraries', 18, ['/a', '/b']],
  ])('of %s in %i', (name, major, constants) => {
    expect(alterSystemConstants(name, '/a, /b', major)).toEqual(constants)
  })
})

const same = (name: string, ...values: readonly [string | null, string | null]) =>
  isSameToAlterSystem(name, values, 15)

it('knows a list again whose elements the server has quoted', () => {
  expect(same('search_path', '"$user", public', '"$user",Public')).toBe(true)
  expect(same('search_path', '"$user, public"', '"$user",public')).toBe(false)
  expect(same('search_path', null, 'public')).toBe(false)
  expect(same('work_mem', null, null)).toBe(true)
  expect(same('application_name', 'a,b', 'a, b')).toBe(false)
})

import { expect, test } from 'vitest'
import { buildCopyFilter } from '../../../../electron/postgres/backup/copy-filter.ts'

const siblings = ['16384', '16384_init', '16384_fsm', '16384.1', '16385']
const filter = buildCopyFilter(15)

test.each([
  ['base/5/16384_init', 'copy'],
  ['base/5/16384', 'skip'],
  ['base/5/16384_fsm', 'skip'],
  ['base/5/16384.1', 'skip'],
  ['base/5/16385', 'copy'],
  ['global/pg_control', 'skip'],
  ['postmaster.pid', 'skip'],
])('in the data directory %s: %s', (file, decision) => expect(filter(file, false, siblings)).toBe(decision))

test('WAL is left out, its directory stays', () => expect(filter('pg_wal', true, [])).toBe('keep-empty'))

test('of a tablespace only the folder of this cluster is copied', () => {
  const inTablespace = buildCopyFilter(15, { oid: 7, versionDirectory: 'PG_15_202209061' })
  expect(inTablespace('PG_15_202209061', true, [])).toBe('copy')
  expect(inTablespace('PG_14_202107181', true, [])).toBe('skip')
  expect(inTablespace('PG_15_202209061/5/16384', false, siblings)).toBe('skip')
  expect(inTablespace('PG_15_202209061/5/t3_16400', false, siblings)).toBe('skip')
  expect(inTablespace('PG_15_202209061/5/16385', false, siblings)).toBe('copy')
})

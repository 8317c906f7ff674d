import { expect, test } from 'vitest'
import {
  buildBasebackupArguments,
  parseBasebackupProgress,
  parseWalEnd,
} from '../../../../electron/postgres/backup/basebackup-arguments.ts'
import { parseBackupLabel } from '../../../../electron/postgres/backup/backup-label.ts'

const request = {
  targetDir: '/data/x.partial',
  label: 'l',
  slot: 's',
  tablespaces: [{ oid: 1, from: '/a=b', to: '/c' }],
}
const argsOf = (major: number) =>
  buildBasebackupArguments({ ...request, source: { host: '127.0.0.1', port: 1, user: 'u', major } }).join(' ')

test('version 15 gets all options', () =>
  expect(argsOf(15)).toBe(
    '-h 127.0.0.1 -p 1 -U u -w -D /data/x.partial -F plain -c fast -X stream -l l -P -v -S s --no-sync --no-manifest -T /a\\=b=/c',
  ))

test.each([
  [9.5, ['-S s', '--no-sync', '--no-manifest']],
  [9.6, ['--no-sync', '--no-manifest']],
  [12, ['--no-manifest']],
])('version %s does without %j', (major, options) => {
  for (const option of options) expect(argsOf(major)).not.toContain(option)
})

test.each([
  ['    0/31432 kB (0%), 0/1 tablespace', { bytesDone: 0, bytesTotal: 31_432 * 1024 }],
  [
    '31432/31432 kB (100%), 1/2 tablespaces (/data/x)',
    { bytesDone: 31_432 * 1024, bytesTotal: 31_432 * 1024 },
  ],
  ['pg_basebackup: checkpoint completed', null],
])('progress in %j', (line, progress) => expect(parseBasebackupProgress(line)).toEqual(progress))

test.each([
  ['pg_basebackup: write-ahead log end point: 0/2000100', '0/2000100'],
  ['transaction log end point: A/FF', 'A/FF'],
  ['pg_basebackup: base backup completed', null],
])('the end of WAL in %j', (line, lsn) => expect(parseWalEnd(line)).toBe(lsn))

test('a label gives its start and timeline', () => {
  expect(
    parseBackupLabel(
      'START WAL LOCATION: 1/2000028 (file 0000000B0000000100000002)\nCHECKPOINT LOCATION: x\n',
    ),
  ).toEqual({
    startLsn: '1/2000028',
    timeline: 11,
  })
  expect(parseBackupLabel('START WAL LOCATION: 1/2000028\r\n')).toBeNull()
})

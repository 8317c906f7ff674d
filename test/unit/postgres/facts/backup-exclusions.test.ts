import { describe, expect, test } from 'vitest'
import {
  emptyDirectories,
  isCopiedLast,
  isExcludedFromCopy,
  unloggedForks,
} from '../../../../electron/postgres/facts/backup-exclusions.ts'

const newer = { major: 17, exclusive: false }

describe('a low-level copy', () => {
  test.each([
    ['pg_wal', true, 'keep-empty'],
    ['pg_wal/000000010000000000000001', false, 'skip'],
    ['pg_wal/archive_status', true, 'skip'],
    ['pg_xlog', true, 'keep-empty'],
    ['pg_replslot/sb/state', false, 'skip'],
    ['pg_stat_tmp', true, 'keep-empty'],
    ['log', true, 'keep-empty'],
    ['log/postgresql.log', false, 'skip'],
    ['pg_log\\x.log', false, 'skip'],
    ['postmaster.pid', false, 'skip'],
    ['postmaster.opts', false, 'skip'],
    ['current_logfiles', false, 'skip'],
    ['backup_label', false, 'skip'],
    ['tablespace_map', false, 'skip'],
    ['backup_label.old', false, 'skip'],
    ['standby.signal', false, 'skip'],
    ['base/pgsql_tmp', true, 'skip'],
    ['base/pgsql_tmp/pgsql_tmp12.0', false, 'skip'],
    ['base/5/pg_internal.init.77', false, 'skip'],
    ['global/pg_internal.init', false, 'skip'],
    ['base/5/t3_16384', false, 'skip'],
    ['base/5/t3_16384_fsm', false, 'skip'],
    ['base/5/t3_16384.1', false, 'skip'],
    ['pg_tblspc/16400/PG_17_202406281/5/t3_16384', false, 'skip'],
    ['base/5/16384', false, 'copy'],
    ['base/5', true, 'copy'],
    ['global/pg_control', false, 'copy'],
    ['PG_VERSION', false, 'copy'],
    ['postgresql.auto.conf', false, 'copy'],
    ['pg_xact/0000', false, 'copy'],
    ['pg_multixact/members', true, 'copy'],
    ['conf.d/backup_label', false, 'copy'],
    ['t3_16384', false, 'copy'],
    ['logs/x', false, 'copy'],
  ] as const)('%s (directory: %s) → %s', (path, isDirectory, decision) => {
    expect(isExcludedFromCopy(path, isDirectory, newer)).toBe(decision)
  })

  test('in exclusive mode keeps the label and map that the server wrote', () => {
    const kind = { major: 9.5, exclusive: true }
    expect(isExcludedFromCopy('backup_label', false, kind)).toBe('copy')
    expect(isExcludedFromCopy('tablespace_map', false, kind)).toBe('copy')
    expect(isExcludedFromCopy('backup_label.old', false, kind)).toBe('skip')
  })

  test('has the directories that its version needs', () => {
    expect(emptyDirectories(9.3)).toContain('pg_xlog/archive_status')
    expect(emptyDirectories(9.3)).not.toContain('pg_replslot')
    expect(emptyDirectories(10)).toContain('pg_wal/archive_status')
    expect(emptyDirectories(16)).not.toContain('pg_wal/summaries')
    expect(emptyDirectories(17)).toContain('pg_wal/summaries')
  })

  test('ends with pg_control', () => {
    expect(isCopiedLast('global/pg_control')).toBe(true)
    expect(isCopiedLast('global\\pg_control')).toBe(true)
    expect(isCopiedLast('global/pg_filenode.map')).toBe(false)
  })

  test('leaves out all of an unlogged relation but its init fork', () => {
    const names = [
      '100',
      '100.1',
      '100_init',
      '100_fsm',
      '100_vm',
      '1001',
      '200',
      '200_fsm',
      'PG_VERSION',
      't1_100',
    ]
    expect([...unloggedForks(names)]).toEqual(['100', '100.1', '100_fsm', '100_vm'])
  })
})

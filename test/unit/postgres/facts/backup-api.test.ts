import { describe, expect, test } from 'vitest'
import { backupStatements } from '../../../../electron/postgres/facts/backup-api.ts'

const label = 'select lsn::text as lsn, labelfile, spcmapfile from'

describe('the backup API', () => {
  test.each([
    [9.3, 'pg_start_backup($1::text, true)', 'select pg_stop_backup()::text as lsn', true, false],
    [9.5, 'pg_start_backup($1::text, true)', 'select pg_stop_backup()::text as lsn', true, false],
    [9.6, 'pg_start_backup($1::text, true, false)', `${label} pg_stop_backup(false)`, false, false],
    [10, 'pg_start_backup($1::text, true, false)', `${label} pg_stop_backup(false, false)`, false, true],
    [14, 'pg_start_backup($1::text, true, false)', `${label} pg_stop_backup(false, false)`, false, true],
    [15, 'pg_backup_start($1::text, true)', `${label} pg_backup_stop(false)`, false, true],
    [19, 'pg_backup_start($1::text, true)', `${label} pg_backup_stop(false)`, false, true],
  ])('of %s', (...row) => {
    const [major, start, stop, exclusive, canSkipArchiveWait] = row
    const columns = exclusive ? ['lsn'] : ['lsn', 'labelfile', 'spcmapfile']
    expect(backupStatements(major)).toEqual({
      start: `select ${start}::text as lsn`,
      stop,
      exclusive,
      columns,
      canSkipArchiveWait,
    })
  })
})

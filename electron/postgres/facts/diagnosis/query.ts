import type { Major } from '../../../../shared/model/instance-target.ts'
import { versionFacts } from '../versions.ts'

const epoch = (column: string): string => `extract(epoch from ${column})::float8`

/**
 * One statement that gives, as one JSON document in the column `facts`, what the diagnosis needs and a poll does not:
 * settings in pg_settings' own units, changed ones that wait for a restart, sessions that wait for a synchronous standby,
 * the archiver. Parse it with `parseDiagnosisFacts`. 9.3 to 19.
 */
export function diagnosisQuery(major: Major): string {
  const { standbyMinimums, hasPendingRestart, hasPgStatArchiver } = versionFacts(major)
  const names = ['wal_level', 'archive_mode', 'synchronous_standby_names', ...standbyMinimums]
  const list = names.map((name) => `'${name}'`).join(', ')
  const pending = hasPendingRestart ? 'pending_restart' : 'false'
  const archiver = hasPgStatArchiver
    ? `(select row_to_json(a) from (select ${epoch('last_archived_time')} as last_archived, last_failed_wal,
        ${epoch('last_failed_time')} as last_failed, failed_count from pg_stat_archiver) a)`
    : 'null::json'
  const waiting = major >= 9.6 ? `(select count(*) from pg_stat_activity where wait_event = 'SyncRep')` : '0'
  return `select row_to_json(d) as facts from (select
  (select coalesce(json_agg(row_to_json(r)), '[]') from (select name, setting, ${pending} as pending
    from pg_settings where name in (${list}) or ${pending}) r) as settings,
  ${waiting} as waiting_for_sync,
  ${archiver} as archiver) d`
}

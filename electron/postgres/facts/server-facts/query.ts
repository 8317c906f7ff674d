import type { Major } from '../../../../shared/model/instance-target.ts'

/** The settings that plans look at; a server gives those that its version has and its role may see. */
export const planSettings: readonly string[] = [
  'archive_cleanup_command',
  'archive_command',
  'archive_library',
  'archive_mode',
  'block_size',
  'checkpoint_timeout',
  'cluster_name',
  'config_file',
  'data_checksums',
  'data_directory',
  'data_directory_mode',
  'external_pid_file',
  'full_page_writes',
  'fsync',
  'hba_file',
  'hot_standby',
  'hot_standby_feedback',
  'ident_file',
  'idle_replication_slot_timeout',
  'listen_addresses',
  'local_preload_libraries',
  'log_directory',
  'log_filename',
  'logging_collector',
  'max_connections',
  'max_locks_per_transaction',
  'max_prepared_transactions',
  'max_replication_slots',
  'max_slot_wal_keep_size',
  'max_standby_archive_delay',
  'max_standby_streaming_delay',
  'max_wal_senders',
  'max_wal_size',
  'max_worker_processes',
  'password_encryption',
  'port',
  'primary_conninfo',
  'primary_slot_name',
  'promote_trigger_file',
  'recovery_end_command',
  'recovery_min_apply_delay',
  'recovery_target',
  'recovery_target_action',
  'recovery_target_inclusive',
  'recovery_target_lsn',
  'recovery_target_name',
  'recovery_target_time',
  'recovery_target_timeline',
  'recovery_target_xid',
  'restore_command',
  'server_version',
  'server_version_num',
  'session_preload_libraries',
  'shared_preload_libraries',
  'ssl',
  'ssl_passphrase_command',
  'synchronous_commit',
  'synchronous_standby_names',
  'track_commit_timestamp',
  'unix_socket_directories',
  'wal_keep_segments',
  'wal_keep_size',
  'wal_level',
  'wal_log_hints',
  'wal_receiver_timeout',
  'wal_segment_size',
  'wal_sender_timeout',
]

/** Rows as one JSON array; json_agg gives null for none. */
const rows = (select: string): string =>
  `(select coalesce(json_agg(row_to_json(r)), '[]') from (${select}) r)`

/** Clients that a restart would cut: not our own sessions, no walsenders, no workers. */
export function foreignClients(major: Major): string {
  const isClient =
    major >= 10 ? `backend_type = 'client backend'` : `datname is not null and query not like 'autovacuum: %'`
  return `(select count(*) from pg_stat_activity where pid <> pg_backend_pid() and ${isClient}
    and application_name not in ('pgtandem', 'pgtandem-backup'))`
}

/**
 * One statement that gives, as one JSON document in the column `facts`, what plans need and polls do not: settings with
 * source and context, roles, tablespaces, whether we are superuser. Parse it with `parseServerFacts`. 9.3 to 19.
 *
 * Values are in SHOW's spelling, units included (`512MB`), so that they compare with what files say. Names in
 * `extraSettings` are asked for too; one that the server does not know is left out of the answer.
 */
export function serverFactsQuery(major: Major, extraSettings: readonly string[] = []): string {
  const names = [...new Set([...planSettings, ...extraSettings.map((name) => name.toLowerCase())])]
  const list = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')
  return `select row_to_json(f) as facts from (select
  current_setting('is_superuser') = 'on' as superuser,
  ${rows(`select lower(name) as name, current_setting(name) as value, source, context
    from pg_settings where lower(name) in (${list})`)} as settings,
  ${rows(`select rolname as name, rolreplication as replication, rolcanlogin as can_login,
    rolconnlimit as connection_limit from pg_roles where rolname !~ '^pg_' order by rolname`)} as roles,
  ${rows(`select oid::int8 as oid, spcname as name, pg_tablespace_location(oid) as location from pg_tablespace
    where pg_tablespace_location(oid) <> '' order by oid`)} as tablespaces,
  ${foreignClients(major)} as foreign_clients,
  (select count(*) from pg_stat_replication) as wal_senders) f`
}

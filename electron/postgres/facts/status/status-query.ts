import type { Major } from '../../../../shared/model/instance-target.ts'

/** The names of WAL functions and columns, which 10 changed from "xlog location" to "wal lsn". */
export function walNames(major: Major) {
  return major >= 10
    ? {
        current: 'pg_current_wal_lsn()',
        receive: 'pg_last_wal_receive_lsn()',
        replay: 'pg_last_wal_replay_lsn()',
        paused: 'pg_is_wal_replay_paused()',
        fileName: 'pg_walfile_name',
        diff: 'pg_wal_lsn_diff',
        column: (name: string) => `${name}_lsn`,
      }
    : {
        current: 'pg_current_xlog_location()',
        receive: 'pg_last_xlog_receive_location()',
        replay: 'pg_last_xlog_replay_location()',
        paused: 'pg_is_xlog_replay_paused()',
        fileName: 'pg_xlogfile_name',
        diff: 'pg_xlog_location_diff',
        column: (name: string) => `${name}_location`,
      }
}

const onStandby = (expression: string): string => `case when pg_is_in_recovery() then ${expression} end`
const onPrimary = (expression: string): string => `case when not pg_is_in_recovery() then ${expression} end`
const epoch = (expression: string): string => `extract(epoch from ${expression})::float8`
const since = (version: number, major: Major, expression: string): string =>
  major >= version ? expression : 'null'

/** Rows as one JSON array; json_agg gives null for none. */
const rows = (select: string): string =>
  `(select coalesce(json_agg(row_to_json(r)), '[]') from (${select}) r)`

function replicationRows(major: Major): string {
  const { column } = walNames(major)
  return rows(`select pid, usename, application_name, host(client_addr) as client_addr, client_hostname, client_port,
    ${epoch('backend_start')} as backend_start, ${since(9.4, major, 'backend_xmin::text')} as backend_xmin, state,
    ${column('sent')}::text as sent_lsn, ${column('write')}::text as write_lsn,
    ${column('flush')}::text as flush_lsn, ${column('replay')}::text as replay_lsn,
    ${since(10, major, epoch('write_lag'))} as write_lag, ${since(10, major, epoch('flush_lag'))} as flush_lag,
    ${since(10, major, epoch('replay_lag'))} as replay_lag, sync_priority, sync_state,
    ${since(12, major, epoch('reply_time'))} as reply_time
    from pg_stat_replication order by application_name, pid`)
}

function receiverRow(major: Major): string {
  if (major < 9.6) return 'null::json'
  return `(select row_to_json(r) from (select pid, status, receive_start_lsn::text as receive_start_lsn,
    received_tli, ${since(13, major, 'written_lsn::text')} as written_lsn,
    ${major >= 13 ? 'flushed_lsn' : 'received_lsn'}::text as flushed_lsn,
    ${epoch('last_msg_send_time')} as last_msg_send_time,
    ${epoch('last_msg_receipt_time')} as last_msg_receipt_time,
    latest_end_lsn::text as latest_end_lsn, ${epoch('latest_end_time')} as latest_end_time, slot_name,
    ${since(11, major, 'sender_host')} as sender_host, ${since(11, major, 'sender_port')} as sender_port
    from pg_stat_wal_receiver) r)`
}

function slotRows(major: Major): string {
  if (major < 9.4) return `'[]'::json`
  const { current, replay, diff } = walNames(major)
  const end = `case when pg_is_in_recovery() then ${replay} else ${current} end`
  return rows(`select slot_name, slot_type, ${since(10, major, 'temporary')} as temporary, active,
    ${since(9.5, major, 'active_pid')} as active_pid, restart_lsn::text as restart_lsn,
    ${since(13, major, 'wal_status')} as wal_status, ${since(13, major, 'safe_wal_size')} as safe_wal_size,
    ${since(17, major, 'invalidation_reason')} as invalidation_reason,
    ${diff}(${end}, restart_lsn)::float8 as retained_bytes
    from pg_replication_slots order by slot_name`)
}

/** Settings whose value any role may read, and those that superusers and members of pg_read_all_settings may. */
function settingsRow(major: Major): string {
  const open: readonly (readonly [name: string, from: number])[] = [
    ['port', 9.3],
    ['listen_addresses', 9.3],
    ['cluster_name', 9.5],
    ['wal_level', 9.3],
    ['hot_standby', 9.3],
    ['max_connections', 9.3],
    ['max_wal_senders', 9.3],
    ['max_replication_slots', 9.4],
    ['max_slot_wal_keep_size', 13],
    ['archive_mode', 9.3],
    ['synchronous_standby_names', 9.3],
    ['synchronous_commit', 9.3],
    ['primary_slot_name', 12],
    ['recovery_min_apply_delay', 12],
  ]
  const closed: readonly (readonly [name: string, from: number])[] = [
    ['data_directory', 9.3],
    ['config_file', 9.3],
    ['hba_file', 9.3],
    ['unix_socket_directories', 9.3],
    ['primary_conninfo', 12],
  ]
  const may =
    major >= 10 ? `pg_has_role('pg_read_all_settings', 'usage')` : `current_setting('is_superuser') = 'on'`
  const columns = [
    ...open.map(([name, from]) => `${since(from, major, `current_setting('${name}')`)} as ${name}`),
    ...closed.map(
      ([name, from]) =>
        `${since(from, major, `case when ${may} then current_setting('${name}') end`)} as ${name}`,
    ),
  ]
  return `(select row_to_json(r) from (select ${columns.join(', ')}) r)`
}

/** Clients other than the one that asks: what a restart would cut. Walsenders and workers are not among them. */
function clientCount(major: Major): string {
  const others = 'select count(*) from pg_stat_activity where pid <> pg_backend_pid()'
  return major >= 10 ? `(${others} and backend_type = 'client backend')` : `(${others})`
}

/**
 * One statement that gives all that a poll needs as one JSON document in the column `status`; parse it with `parseStatusRow`.
 *
 * Today's column names in every version, null for what a version or a role cannot tell; intervals in seconds, times in seconds since 1970.
 * Send it as a named (prepared) statement: planning it costs several times what running it does (2 ms against 0.3 ms).
 * Runs as superuser, as a member of pg_monitor, and (with more nulls) as anybody. Avoids everything that touches disk or the statistics collector:
 * pg_control_*(), sizes, pg_settings, pg_stat_archiver. The timeline comes from a WAL file name, since pg_control still holds the old one after a promotion.
 */
export function statusQuery(major: Major): string {
  const { current, receive, replay, paused, fileName } = walNames(major)
  return `select row_to_json(s) as status from (select
  pg_is_in_recovery() as in_recovery,
  current_setting('server_version_num')::int as server_version_num,
  ${epoch('pg_postmaster_start_time()')} as postmaster_start_time,
  ${epoch('clock_timestamp()')} as observed_at,
  ${onPrimary(`${current}::text`)} as current_lsn,
  ${onPrimary(`substr(${fileName}(${current}), 1, 8)`)} as timeline_hex,
  ${onStandby(`${receive}::text`)} as receive_lsn,
  ${onStandby(`${replay}::text`)} as replay_lsn,
  ${onStandby(paused)} as replay_paused,
  ${onStandby(epoch('clock_timestamp() - pg_last_xact_replay_timestamp()'))} as last_replay_age,
  ${clientCount(major)} as client_backends,
  ${replicationRows(major)} as replication,
  ${receiverRow(major)} as wal_receiver,
  ${slotRows(major)} as slots,
  ${settingsRow(major)} as settings) s`
}

/**
 * The system identifier as text in the column `system_identifier`, for servers whose files cannot be read; null up to 9.5, which have no such function.
 *
 * Reads pg_control on the server: ask once per start, not per poll.
 */
export function systemIdentifierQuery(major: Major): string | null {
  return major >= 9.6 ? 'select system_identifier::text as system_identifier from pg_control_system()' : null
}

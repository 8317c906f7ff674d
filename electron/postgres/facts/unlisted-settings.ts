import type { Major } from '../../../shared/model/instance-target.ts'

/**
 * Settings that `postgres --describe-config` leaves out because postgresql.conf.sample does not show them, though a
 * configuration file may hold them: first and last major. Found by comparing it with pg_settings on real servers; 16 removed
 * and added names as its release notes say.
 */
const unlisted: Readonly<Record<string, readonly [first: Major, last: Major]>> = {
  allow_in_place_tablespaces: [10, 99],
  allow_system_table_mods: [9.3, 99],
  application_name: [9.3, 99],
  backtrace_functions: [13, 99],
  debug_discard_caches: [14, 99],
  debug_io_direct: [16, 99],
  debug_logical_replication_streaming: [16, 99],
  debug_parallel_query: [16, 99],
  force_parallel_mode: [9.6, 15],
  ignore_checksum_failure: [9.3, 99],
  ignore_invalid_pages: [13, 99],
  ignore_system_indexes: [9.3, 99],
  jit_debugging_support: [11, 99],
  jit_dump_bitcode: [11, 99],
  jit_expressions: [11, 99],
  jit_profiling_support: [11, 99],
  jit_tuple_deforming: [11, 99],
  post_auth_delay: [9.3, 99],
  pre_auth_delay: [9.3, 99],
  remove_temp_files_after_crash: [14, 99],
  restrict_nonsystem_relation_kind: [12, 99],
  send_abort_for_crash: [16, 99],
  send_abort_for_kill: [16, 99],
  trace_connection_negotiation: [17, 99],
  trace_notify: [9.3, 99],
  trace_recovery_messages: [9.3, 16],
  trace_sort: [9.3, 99],
  wal_consistency_checking: [10, 99],
  zero_damaged_pages: [9.3, 99],
}

/** Whether a version has a setting by that name that it does not list. */
export const isUnlistedSetting = (name: string, major: Major): boolean => {
  const [first, last] = unlisted[name.toLowerCase()] ?? [Infinity, 0]
  return major >= first && major <= last
}

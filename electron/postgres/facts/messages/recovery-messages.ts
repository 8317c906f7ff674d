import { known, type KnownMessage } from './message.ts'

/** Base backups, recovery and its settings, archiving. */
export const recoveryMessages: readonly KnownMessage[] = [
  known(24, 'checkpoint-record-missing', 'error', /could not locate a valid checkpoint record/),
  known(
    25,
    'backup-without-wal-source',
    'error',
    /could not locate required checkpoint record|could not find redo location/,
  ),
  known(26, 'backup-label-damaged', 'error', /invalid data in file "(?:[^"]*[/\\])?backup_label"/),
  known(
    27,
    'wal-ends-before-backup-end',
    'error',
    /WAL ends before end of online backup|All WAL generated while online backup was taken must be available at recovery/,
  ),
  known(28, 'wal-ends-before-consistency', 'error', /WAL ends before consistent recovery point/),
  known(
    29,
    'recovery-conf-unsupported',
    'error',
    /using recovery command file "(?:[^"]*[/\\])?recovery\.conf" is not supported/,
  ),
  known(30, 'recovery-setting-unknown', 'error', /unrecognized recovery parameter "(?<name>[^"]+)"/),
  known(30, 'setting-not-boolean', 'error', /parameter "(?<name>[^"]+)" requires a Boolean value/),
  known(31, 'setting-unknown', 'error', /unrecognized configuration parameter "(?<name>[^"]+)"/),
  known(
    32,
    'recovery-without-source',
    'error',
    /specified neither "?primary_conninfo"? nor "?restore_command"?|must specify "?restore_command"? when standby mode is not enabled/,
  ),
  known(33, 'recovery-targets-clash', 'error', /multiple recovery targets specified/),
  known(
    34,
    'recovery-target-not-reached',
    'error',
    /recovery ended before configured recovery target was reached/,
  ),
  known(
    52,
    'archive-command-fails',
    'error',
    /archive command failed with exit code|archive command was terminated by|archiving (?:write-ahead|transaction) log file "[^"]+" failed too many times/,
  ),
  known(
    53,
    'archive-command-missing',
    'warning',
    /archive_mode"? enabled, yet (?:archiving is not configured|"?archive_command"? is not set)/,
  ),
  known(
    54,
    'wal-level-clashes',
    'error',
    /WAL archival (?:\(archive_mode=on\) requires|cannot be enabled when) "?wal_level"?|WAL streaming \("?max_wal_senders"? > 0\) requires "?wal_level"?/,
  ),
  known(
    55,
    'backup-waits-for-archive',
    'warning',
    /still waiting for all required WAL segments to be archived \((?<seconds>\d+) seconds elapsed\)/,
  ),
  known(
    56,
    'backup-session-mixed-up',
    'error',
    /(?<!online )backup is not in progress|a backup is already in progress/,
  ),
  known(
    57,
    'primary-call-on-standby',
    'error',
    /ERROR: +recovery is in progress|WAL control functions cannot be executed during recovery/,
  ),
  known(58, 'promoted-during-backup', 'error', /the standby was promoted during online backup/),
  known(
    59,
    'full-page-writes-off',
    'error',
    /WAL generated with "?full_page_writes"?=off"? was replayed since last restartpoint/,
  ),
]

import { known, type KnownMessage } from './message.ts'

/** Starting a server: ports, locks, rights, Windows. */
export const serverStartMessages: readonly KnownMessage[] = [
  known(
    35,
    'address-not-bound',
    'error',
    /could not bind (?:IPv[46]|Unix)(?: socket| address "[^"]*")?: (?<reason>.+)/,
  ),
  known(35, 'port-held', 'error', /Is another postmaster already running on port (?<port>\d+)\?/),
  known(35, 'no-listening-socket', 'error', /could not create any (?:TCP\/IP|Unix-domain) sockets/),
  known(
    36,
    'data-directory-locked',
    'error',
    /lock file "[^"]*postmaster\.pid" already exists|Is another postmaster \(PID (?<pid>\d+)\) running in data directory "(?<dataDir>[^"]*)"/,
  ),
  known(37, 'pid-file-empty', 'error', /lock file "[^"]*postmaster\.pid" is empty/),
  known(
    38,
    'shared-memory-in-use',
    'error',
    /pre-existing shared memory block (?:\(key \d+, ID \d+\) )?is still in use/,
  ),
  known(
    39,
    'data-directory-too-open',
    'error',
    /data directory "(?<dataDir>[^"]*)" has (?:invalid permissions|group or world access)/,
  ),
  known(40, 'data-directory-wrong-owner', 'error', /data directory "(?<dataDir>[^"]*)" has wrong ownership/),
  known(
    47,
    'file-held-by-other-program',
    'warning',
    /could not open file "[^"]*": (?:sharing|lock) violation|antivirus, backup, or similar software interfering/,
  ),
  known(
    41,
    'file-not-permitted',
    'error',
    /could not (?:open|read|access|create|write to) (?:file|directory) "(?<file>[^"]*)": Permission denied/,
  ),
  known(
    42,
    'started-as-administrator',
    'error',
    /Execution of PostgreSQL by a user with administrative permissions is not\s+permitted/,
  ),
  known(
    43,
    'started-as-root',
    'error',
    /"root" execution of the PostgreSQL server is not permitted|cannot be (?:run as|executed by) "?root"?/,
  ),
  known(
    44,
    'restricted-token-failed',
    'error',
    /could not create restricted token|could not open process token/,
  ),
  known(
    45,
    'shared-memory-not-reserved',
    'error',
    /could not reserve shared memory region|might be caused by ASLR or antivirus software/,
  ),
  known(48, 'runtime-library-missing', 'error', /0xC0000135|\b3221225781\b/i),
  known(46, 'server-process-crashed', 'error', /was terminated by exception (?<exception>0x[0-9A-F]+)/i),
  known(49, 'directory-not-empty', 'error', /directory "(?<dir>[^"]*)" exists but is not empty/),
  known(
    50,
    'not-a-data-directory',
    'error',
    /"(?<dataDir>[^"]*)" is not a (?:valid data|database cluster) directory/,
  ),
  known(
    51,
    'data-of-other-version',
    'error',
    /database files are incompatible with server|data directory was initialized by PostgreSQL version \S+, which is not compatible with this version/,
  ),
  known(
    63,
    'server-not-accepting',
    'info',
    /the database system is (?<state>starting up|not yet accepting connections|not accepting connections|in recovery mode|shutting down)/,
  ),
]

/** pg_ctl, initdb and pg_rewind, and symptoms that belong to no message. */
export const programMessages: readonly KnownMessage[] = [
  known(
    64,
    'rewind-saw-old-timeline',
    'warning',
    /source and target cluster are on the same timeline|no rewind required/,
  ),
  known(
    65,
    'rewind-needs-hints',
    'error',
    /target server needs to use either data checksums or "?wal_log_hints = on"?/,
  ),
  { ...known(66, 'rewind-needs-clean-stop', 'error', /target server must be shut down cleanly/), until: 12 },
  known(
    67,
    'rewind-of-strangers',
    'error',
    /source and target clusters are from different systems|could not find common ancestor of the source and target cluster's timelines|clusters are not compatible with this version of pg_rewind/,
  ),
  known(
    68,
    'rewind-wal-missing',
    'error',
    /could not find previous WAL record at|could not open file "[^"]*pg_(?:wal|xlog)[/\\][0-9A-F]{24}"/,
  ),
  known(69, 'rewind-not-granted', 'error', /permission denied for function (?<name>pg_\w+)/),
  known(70, 'start-timed-out', 'warning', /server did not start in time/),
  known(70, 'start-failed', 'error', /could not start server/),
  known(
    70,
    'maybe-running-already',
    'warning',
    /another server might be running; trying to start server anyway/,
  ),
  known(71, 'start-never-returned', 'error', null),
  known(
    72,
    'log-file-in-use',
    'error',
    /could not open log file "[^"]*"|process cannot access the file because it is being used/,
  ),
  known(
    74,
    'locale-not-usable',
    'error',
    /invalid locale settings|could not find suitable encoding for locale|invalid locale name/,
  ),
  known(75, 'not-a-standby', 'error', /cannot promote server; server is not in standby mode/),
  known(75, 'server-not-running', 'error', /PID file "[^"]*" does not exist/),
  known(75, 'promotion-slow', 'warning', /server did not promote in time/),
  known(73, 'output-garbled', 'info', /\uFFFD{2,}/),
]

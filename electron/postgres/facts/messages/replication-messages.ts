import { known, type KnownMessage } from './message.ts'

/** Between a standby and its upstream: settings, slots, connections, timelines. */
export const replicationMessages: readonly KnownMessage[] = [
  known(
    1,
    'primary-wal-level-too-low',
    'error',
    /hot standby is not possible because "?wal_level"? was not set to "?(?<level>hot_standby|replica)"?(?: or higher)? on the (?:master|primary) server/,
  ),
  known(
    2,
    'wal-was-minimal',
    'error',
    /WAL was generated with "?wal_level=minimal"?, (?:data may be missing|cannot continue recovering)/,
  ),
  known(
    3,
    'standby-setting-below-primary',
    'error',
    /because "?(?<name>\w+)"? = (?<value>\d+) is a lower setting than on the (?:master|primary) server \(its value was (?<required>\d+)\)/,
  ),
  known(
    4,
    'standby-setting-below-primary',
    'error',
    /(?<name>\w+)"? = (?<value>\d+) is a lower setting than on the primary server, where its value was (?<required>\d+)/,
  ),
  known(4, 'standby-settings-insufficient', 'error', /because of insufficient parameter settings/),
  known(
    5,
    'wal-segment-removed',
    'error',
    /requested WAL segment (?<segment>[0-9A-F]+) has already been removed/,
  ),
  known(6, 'slot-missing', 'error', /replication slot "(?<slot>[^"]+)" does not exist/),
  known(
    7,
    'slot-in-use',
    'error',
    /replication slot "(?<slot>[^"]+)" is (?:already )?active for PID (?<pid>\d+)/,
  ),
  known(8, 'slots-exhausted', 'error', /all replication slots are in use/),
  known(9, 'slots-disabled', 'error', /replication slots can only be used if "?max_replication_slots"? > 0/),
  known(
    10,
    'slot-invalidated',
    'error',
    /can no longer (?:get changes from|access) replication slot|slot has been invalidated because|invalidated because it exceeded the maximum reserved size|invalidating (?:obsolete replication )?slot "/,
  ),
  known(
    11,
    'wal-senders-exhausted',
    'error',
    /number of requested standby connections exceeds "?max_wal_senders"? \(currently (?<limit>\d+)\)/,
  ),
  known(
    12,
    'hba-refuses-replication',
    'error',
    /(?:no pg_hba\.conf entry for|pg_hba\.conf rejects) replication connection (?:from|for) host "(?<host>[^"]*)", user "(?<user>[^"]*)"/,
  ),
  known(
    13,
    'hba-refuses-connection',
    'error',
    /(?:no pg_hba\.conf entry for|pg_hba\.conf rejects connection for) host "(?<host>[^"]*)", user "(?<user>[^"]*)", database "(?<database>[^"]*)"/,
  ),
  known(14, 'password-wrong', 'error', /password authentication failed for user "(?<user>[^"]*)"/),
  known(15, 'password-missing', 'error', /fe_sendauth: no password supplied/),
  known(
    16,
    'role-lacks-replication',
    'error',
    /permission denied to start WAL sender|must be superuser or replication role to start walsender|must be superuser or replication role to use replication slots/,
  ),
  known(
    18,
    'system-identifier-differs',
    'error',
    /database system identifier differs between the primary and standby/,
  ),
  known(
    19,
    'primary-timeline-behind',
    'error',
    /highest timeline (?<primaryTimeline>\d+) of the primary is behind recovery timeline (?<timeline>\d+)/,
  ),
  known(
    20,
    'start-point-not-in-history',
    'error',
    /requested starting point (?<lsn>[0-9A-F]+\/[0-9A-F]+) on timeline (?<timeline>\d+) is not in this server's history|This server's history forked from timeline \d+/,
  ),
  known(
    21,
    'timeline-diverged',
    'error',
    /new timeline (?<timeline>\d+) forked off current database system timeline (?<current>\d+) before current recovery point (?<lsn>[0-9A-F]+\/[0-9A-F]+)/,
  ),
  known(
    22,
    'timeline-not-a-child',
    'error',
    /requested timeline (?<timeline>\d+) is not a child of this server's history/,
  ),
  known(
    23,
    'start-point-ahead',
    'error',
    /requested starting point (?<lsn>[0-9A-F]+\/[0-9A-F]+) is ahead of the WAL flush position of this server (?<flushed>[0-9A-F]+\/[0-9A-F]+)/,
  ),
  known(
    60,
    'query-conflicts-with-replay',
    'warning',
    /canceling statement due to conflict with recovery|terminating connection due to conflict with recovery/,
  ),
  known(
    61,
    'synchronous-wait-cancelled',
    'warning',
    /canceling (?:the )?wait for synchronous replication|transaction has already committed locally, but might not have been replicated/,
  ),
  known(
    62,
    'write-refused',
    'info',
    /cannot execute (?<command>.+?)(?:\(\))? (?:in a read-only transaction|during recovery)/,
  ),
]

/** Tried last: the reason that follows often has an entry of its own. */
export const connectionMessages: readonly KnownMessage[] = [
  known(
    17,
    'primary-unreachable',
    'error',
    /could not connect to the (?:master|primary) server: (?<reason>.+)/,
  ),
]

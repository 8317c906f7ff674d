/** What each process of a server does, in a line. */
export const processes = {
  title_one: 'One process',
  title_other: '{{count}} processes',
  about:
    'Every instance is a tree of its own: one postmaster and what it started. Two instances on one machine are two trees.',
  none: 'There are none.',
  pid: 'pid {{pid}}',
  roles: {
    postmaster: {
      name: 'postmaster',
      does: 'The server itself: listens on the port and starts all the others, one for each connection.',
    },
    startup: {
      name: 'startup',
      does: 'Replays WAL. On a standby it never ends: every change of the primary goes through it.',
    },
    checkpointer: {
      name: 'checkpointer',
      does: 'Writes all changed pages to disk every few minutes, so that recovery has little to do.',
    },
    'background-writer': {
      name: 'background writer',
      does: 'Writes changed pages bit by bit, so that sessions find clean memory.',
    },
    'wal-writer': {
      name: 'walwriter',
      does: 'Writes WAL to disk for transactions that did not wait for it. A standby has none: it writes no WAL.',
    },
    'wal-sender': { name: 'walsender', does: 'Streams WAL to one standby, or to a base backup.' },
    'wal-receiver': {
      name: 'walreceiver',
      does: 'Receives WAL from the upstream and writes it to disk, for the startup process to replay. Only a standby has one.',
    },
    'wal-summarizer': {
      name: 'walsummarizer',
      does: 'Notes which blocks changed, for incremental backups (17 and later).',
    },
    archiver: { name: 'archiver', does: 'Copies finished WAL files away with archive_command.' },
    autovacuum: {
      name: 'autovacuum',
      does: 'Clears dead rows and refreshes statistics. A standby has none: its primary does it for both.',
    },
    logger: { name: 'logger', does: 'Collects what all processes say and writes it to log files.' },
    'stats-collector': { name: 'stats collector', does: 'Gathers statistics of activity (up to 14).' },
    'logical-replication': {
      name: 'logical replication',
      does: 'Starts and runs subscriptions of logical replication; idle where there are none.',
    },
    'slot-sync': {
      name: 'slotsync',
      does: 'Copies logical replication slots from the primary to this standby (17 and later).',
    },
    'io-worker': { name: 'io worker', does: 'Reads and writes files for the others (18 and later).' },
    'background-worker': {
      name: 'background worker',
      does: 'Works for an extension, or for a query in parallel.',
    },
    client: { name: 'session', does: 'Serves one connection of a client.' },
    unknown: {
      name: 'postgres',
      does: 'One of its processes; on Windows they carry no names, and the server could not be asked.',
    },
  },
} as const

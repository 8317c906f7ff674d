/** The page that explains replication to somebody who has never set it up. */
export const aboutReplication = {
  title: 'About replication',
  lead: 'Two servers with the same data, the second always a heartbeat behind the first. Here is how PostgreSQL does that, and what each word means.',
  'drawing-label':
    'Drawing: an application writes to the primary; the primary writes WAL; a slot keeps it; it streams to the standby, which replays it; another application reads from the standby.',
  drawing: {
    writes: 'reads and writes',
    reads: 'only reads',
    primary: 'Primary',
    standby: 'Standby',
    wal: 'WAL',
    slot: 'slot',
    streaming: 'streaming',
    replay: 'replay',
    data: 'data',
  },
  primary: {
    title: 'Primary',
    body: 'The server that applications write to. There is exactly one in a pair. Older texts say “master”.',
  },
  wal: {
    title: 'WAL, the write-ahead log',
    body: 'Before the primary changes anything in its tables, it writes the change down in a log: the WAL. A change counts as committed when its line in the log is safely on disk. A position in this log is called an LSN.',
  },
  standby: {
    title: 'Standby',
    body: 'A second server that began as a copy of the primary’s files, a base backup, and has carried out every change of the WAL since. Older texts say “slave” or “replica”. It can take over within seconds.',
  },
  streaming: {
    title: 'Streaming',
    body: 'The standby holds a connection to the primary, and the primary sends the WAL as it is written. How far the standby is behind is the lag: in bytes of WAL not yet replayed, and in seconds. Asynchronous: the primary does not wait for it. Synchronous: a commit returns only when the standby has it too.',
  },
  'read-only': {
    title: 'Read-only',
    body: 'A standby answers queries while it follows (hot standby), but refuses every write: “cannot execute INSERT in a read-only transaction”. Reports and read/write splitting use this.',
  },
  slot: {
    title: 'Replication slot',
    body: 'The primary throws old WAL away. A slot is its note of how far a standby has come, so that it keeps what that standby still needs, even while the standby is off. A slot of a standby that never returns fills the disk, which is why PgTandem sets a limit.',
  },
  promotion: {
    title: 'Promotion',
    body: 'When the primary is gone, or its work is to move, the standby is promoted: it stops following and takes writes. It begins a new timeline, a new line of history. The old primary must not be used any more: it is superseded, and comes back only as a fresh standby.',
  },
  'not-a-backup': {
    title: 'What a standby is not',
    body: 'A standby is no backup: a table dropped on the primary is dropped on the standby a moment later. Keep backups as well.',
  },
  do: {
    title: 'Try it',
    pair: 'Create a primary and a standby',
    playground: 'Watch it in the playground',
    create: 'Create a primary …',
    standby: 'Create a standby …',
    replication: 'See replication live',
    promote: 'Promote {{name}} …',
    home: 'Back to Home',
  },
} as const

/** The streams of one instance; columns are explained as the manual does, "The Cumulative Statistics System". */
export const replication = {
  senders: 'Standbys that stream from it (pg_stat_replication)',
  nobody: 'No standby streams from this server now.',
  'not-asked': 'Not known now.',
  receiver: 'Its own stream (pg_stat_wal_receiver)',
  'no-receiver': 'It has no walreceiver now: nothing is streamed to it.',
  lag: 'Behind its upstream',
  replayed: 'Replayed up to',
  more: 'Lag over time, slots, and the way of a WAL record: the replication page',
  columns: {
    application_name:
      'The name the standby gives itself in primary_conninfo; synchronous replication knows it by this.',
    state:
      'What the walsender does: startup, catchup (the standby is behind and receives old WAL), streaming (it is up to date and receives WAL as it is written), backup, stopping.',
    sync_state:
      'async: commits do not wait for it. sync: they do. potential: it would take the place of a sync one. quorum: one of several of which some must answer.',
    sent_lsn: 'WAL up to here was sent to the standby.',
    write_lsn: 'WAL up to here was written by the standby, to its operating system.',
    flush_lsn: 'WAL up to here is safe on the disk of the standby.',
    replay_lsn: 'WAL up to here was replayed: this is what queries on the standby see.',
    write_lag:
      'Time from flushing WAL here until the standby said it was written: what synchronous_commit=remote_write would cost. Empty when nothing is written.',
    flush_lag: 'Time until the standby said it was on disk: what synchronous_commit=on would cost.',
    replay_lag:
      'Time until the standby said it was replayed: what synchronous_commit=remote_apply would cost.',
    sync_priority: 'Its place in synchronous_standby_names when that goes by FIRST; 0: not synchronous.',
    usename: 'The role that the standby logged in as; it needs REPLICATION.',
    client_addr: 'From where the standby connects.',
    pid: 'The walsender process on this server.',
    backend_start: 'Since when the standby is connected.',
    reply_time: 'When the standby last told how far it is.',
  },
  'receiver-columns': {
    status: 'What the walreceiver does; streaming: WAL comes in as it is written.',
    written_lsn: 'Received and written up to here, not yet safe on disk (13 and later).',
    flushed_lsn: 'Received and safe on disk up to here.',
    received_tli: 'The timeline of what was last received.',
    latest_end_lsn: 'The end of the WAL of the upstream, as last told.',
  },
} as const

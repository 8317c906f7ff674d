/** How WAL travels from one instance to those that follow it; words as in PostgreSQL's manual. */
export const replication = {
  title: 'Replication',
  lead: 'Every change is written to the WAL of the upstream first. It is then sent to each standby, which writes it, flushes it to disk and replays it.',
  looking: 'Looking at your servers …',
  upstream: 'Upstream',
  members: 'Who takes part',
  'another-standby': 'Create another standby …',
  'upstream-away': 'Its standbys cannot receive anything now; what is shown is what is known of them.',
  empty: {
    title: 'No stream to show',
    none: 'No instance has a standby yet. Create a primary and a standby on the home page; it takes a minute.',
    gone: 'There is no instance called {{name}}. It may have been removed or renamed.',
    alone: 'Nobody follows {{name}} yet. With a standby there is something to see here.',
    adrift: '{{name}} is a standby of {{upstream}}, which PgTandem does not know or cannot see now.',
    superseded:
      '{{successor}} was promoted in the place of {{name}}. From then on the two have different histories: whoever followed {{name}} has to follow {{successor}}.',
    'make-standby': 'Create a standby of {{name}} …',
    about: 'What is replication?',
  },
  way: {
    title: 'The way of a WAL record',
    about:
      'Each station says up to where WAL has come (an LSN, a position in the WAL) and how many bytes of it are still to come.',
    nobody: 'Nobody receives WAL from it now.',
    of: 'From {{upstream}} to {{standby}}',
    on: 'on {{name}}',
    'up-to-date': 'up to date',
    behind: '{{bytes}} to come',
    step: '{{bytes}} from the station before',
    'commit-here': 'a commit waits for this',
    stations: {
      written: 'Written',
      sent: 'Sent',
      standbyWritten: 'Written there',
      standbyFlushed: 'Flushed',
      replayed: 'Replayed',
    },
    explained: {
      written: 'The end of the WAL of the upstream: a record is here as soon as a transaction has made it.',
      sent: 'sent_lsn: the walsender has handed WAL to the connection up to here. A slow or broken connection shows between here and the next station.',
      standbyWritten:
        'write_lsn: the walreceiver has received it and given it to its operating system. It would survive a crash of the standby’s server, not one of its machine.',
      standbyFlushed: 'flush_lsn: it is safe on the disk of the standby.',
      replayed:
        'replay_lsn: the startup process has applied it to the data. Queries on the standby see everything up to here; a paused replay or a long query there holds it up.',
    },
  },
  lag: {
    title: 'Lag over time',
    span: 'Show',
    spans: { minute: 'one minute', 'ten-minutes': 'ten minutes', hour: 'one hour' },
    bytes: 'Lag in bytes of WAL',
    seconds: 'Lag in seconds',
    'bytes-help': 'WAL of the upstream that the standby has not replayed yet.',
    'seconds-help':
      'How long ago what the standby shows was the present on the upstream. While nothing is written it is 0, however old the last change is.',
    summary: '{{name}}: now {{now}}, at most {{most}}.',
    table: 'The same in numbers',
    'from-to': 'From – to',
    'bytes-of': '{{name}}: most bytes',
    'seconds-of': '{{name}}: longest lag',
    'nothing-yet': 'Nothing is known yet.',
  },
  synchronous: {
    title: 'Synchronous or not, and why',
    cascade:
      'This upstream is a standby itself. Commits happen on the primary, which waits only for its own standbys: cascading replication is always asynchronous.',
    change: 'Change for {{name}} …',
    settings: {
      synchronous_standby_names:
        'The standbys that commits wait for, by application_name. FIRST n: the first n of the list that are there. ANY n: any n of them (a quorum). Empty: none.',
      synchronous_commit:
        'How far a commit waits: off – for nothing; local – for the disk here; remote_write – until the standby has written it; on – until it is on the disk of the standby; remote_apply – until queries there see it. Without a synchronous standby all but off mean local.',
    },
    reasons: {
      'nobody-named':
        'Asynchronous: synchronous_standby_names is empty, so no commit on {{upstream}} waits for a standby. What was committed last can be lost with {{upstream}}.',
      'not-named':
        'Asynchronous: synchronous_standby_names does not name {{name}}, so no commit waits for it. It waits for others.',
      potential:
        'Potentially synchronous: {{name}} is named, but others come before it. It takes their place as soon as one of them is away.',
      sync: 'Synchronous: a commit on {{upstream}} is answered only when {{name}} has it too. If {{name}} goes away, commits wait until it is back.',
      quorum:
        'Synchronous as one of a quorum: a commit on {{upstream}} is answered when enough of the named standbys have it; {{name}} counts among them.',
      'commit-does-not-wait':
        'It is named as synchronous, but synchronous_commit says that commits need not wait for standbys. A session may set it otherwise for itself.',
      away: 'It does not stream now, and no commit waits for it.',
      'away-and-awaited':
        'It does not stream now. If synchronous_standby_names means it and no other standby can take its place, commits on {{upstream}} wait until it is back.',
      unknown: 'Not known: {{upstream}} cannot be asked now.',
    },
  },
  views: {
    title: 'Both sides: {{name}}',
    about:
      'The upstream tells what it has heard from the standby (pg_stat_replication), the standby what it knows itself (pg_stat_wal_receiver). Both should say streaming.',
    what: 'What',
    there: '{{name}} (upstream) says',
    here: '{{name}} says of itself',
    rows: {
      status: 'Status',
      process: 'Process',
      written: 'Written',
      flushed: 'Flushed',
      replayed: 'Replayed',
      end: 'End of the WAL',
      timeline: 'Timeline',
      'last-message': 'Last message',
      address: 'Other end',
      slot: 'Slot',
    },
    help: {
      status:
        'There the walsender: startup (connecting), catchup (sending old WAL), streaming (up to date). Here the walreceiver: starting, streaming, waiting, restarting, stopping.',
      process: 'The pid of the walsender there, and of the walreceiver here: ps shows the same two.',
      written:
        'write_lsn there, written_lsn here (13 and later). The standby reports at the latest every wal_receiver_status_interval, so its own word is the newer one.',
      flushed: 'flush_lsn there, flushed_lsn here: safe on the disk of the standby.',
      replayed: 'replay_lsn there, pg_last_wal_replay_lsn() here: what queries on the standby see.',
      end: 'There the end of its own WAL, here what the upstream last told of it (latest_end_lsn).',
      timeline:
        'The branch of history. Both have to be on the same one; a promotion begins a new one, with the next number.',
      'last-message': 'There the standby’s last reply, here the last message of the upstream.',
      address:
        'From where the standby came, and whom it connected to. Through an adjustable link of the playground it is the port of the link.',
      slot: 'The replication slot on the upstream that keeps WAL for this standby.',
    },
  },
  slots: {
    title: 'Replication slots',
    about:
      'A slot makes the upstream keep WAL until its standby has it, even while the standby is off. One that nobody reads fills the disk.',
    none: 'There is no slot. WAL that a standby still needs may be recycled while it is off.',
    yes: 'yes',
    no: 'no',
    nobody: 'no standby that PgTandem knows',
    'no-limit': 'no limit: a slot may fill the disk',
    columns: {
      slot_name: 'slot_name',
      'used-by': 'Standby',
      active: 'active',
      restart_lsn: 'restart_lsn',
      held: 'WAL held',
      wal_status: 'wal_status',
      safe_wal_size: 'safe_wal_size',
    },
    help: {
      slot_name: 'Its name; the standby asks for it in primary_slot_name.',
      'used-by': 'The instance that receives through it.',
      active: 'Whether a standby is connected through it now.',
      restart_lsn: 'The oldest WAL that its standby may still need; nothing from here on is recycled.',
      held: 'From restart_lsn to the end of the WAL.',
      wal_status:
        'reserved: within max_wal_size. extended: beyond that, still kept. unreserved: about to be recycled. lost: gone, the standby cannot catch up (13 and later).',
      safe_wal_size:
        'How much more may be written before it is lost; empty when there is no limit (13 and later).',
      limit:
        'The most WAL that slots may hold. Beyond it a slot is given up so that the disk does not fill (13 and later).',
    },
    warnings: {
      lost: 'Slot {{slot}} has lost WAL that its standby needs: the standby cannot catch up any more ({{standby}}). Make its copy anew.',
      unreserved:
        'Slot {{slot}} has passed its limit: the WAL it holds will be recycled at the next checkpoint. Start its standby now ({{standby}}).',
      'nearly-lost':
        'Slot {{slot}} is close to its limit and nobody reads it. Start its standby ({{standby}}), or drop the slot.',
      'fills-disk':
        'Nobody reads slot {{slot}}, and it holds {{held}} of WAL, more with every change. Start its standby ({{standby}}), or drop the slot.',
      idle: 'Nobody reads slot {{slot}} now ({{standby}}). It holds {{held}} of WAL, and more with every change.',
    },
  },
} as const

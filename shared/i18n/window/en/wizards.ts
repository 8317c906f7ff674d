/** The frame of all wizards, and those that make, take over and remove instances. */
export const wizards = {
  'what-happens': 'What will happen',
  'correct-first': 'See to what is marked above first.',
  'at-work': 'Progress',
  'what-next': 'What to do next',
  explanation: 'How it works',
  advanced: 'Advanced options',
  'open-instance': 'Open {{name}}',
  'go-home': 'Go to Home',
  fields: {
    name: 'Name',
    'name-hint':
      'Small letters, digits, - and _. It names the folder, the slot and the application_name too.',
    port: 'Port',
    'port-hint': 'Leave it empty for the first free one from 5432 on.',
    'port-chosen': 'First free: {{port}}',
    folder: 'Data directory',
    'folder-hint': 'Leave it empty for the usual place. A new folder is made.',
    version: 'PostgreSQL version',
    'version-newest': 'The newest that is here',
    'version-item': 'PostgreSQL {{version}} · {{binDir}}',
    'version-more': 'Download another version',
    locale: 'Locale',
    'locale-help':
      'How texts are sorted and compared. C is the same on every machine; the encoding is UTF8 with each of them.',
    settings: 'Settings',
    'settings-hint': 'Lines of postgresql.conf that differ from what is set for you.',
    'setting-name': 'Name of setting {{number}}',
    'setting-value': 'Value of setting {{number}}',
    'setting-name-example': 'work_mem',
    'setting-value-example': '16MB',
    'add-setting': 'Add a setting',
    'remove-setting': 'Remove setting {{number}}',
  },
  create: {
    title: 'Create a primary',
    intro:
      'Makes a new, empty PostgreSQL server on this machine and starts it: configured for replication, so that standbys can be made of it at any time.',
    run: 'Create',
    'explain-server':
      'initdb makes the data directory. postgresql.conf gets a port of its own and what replication needs: wal_level, max_wal_senders, some kept WAL and hot_standby.',
    'explain-access':
      'The server listens on 127.0.0.1 only. Passwords for the user postgres and for the role that standbys connect as are made up for you; you find them on the page of the instance.',
    'explain-undo':
      'Nothing else on this machine is touched. If a step fails, what was made is taken away again.',
    result: '{{name}} runs as a primary.',
    'next-standby': 'Make a standby of it',
  },
  adopt: {
    title: 'Use an existing server',
    intro:
      'Takes a PostgreSQL server that is on this machine already into PgTandem, running or stopped. Nothing in it is changed.',
    run: 'Use it',
    found: 'Servers found on this machine',
    'found-running': '{{label}} · PostgreSQL {{version}} · port {{port}} · running',
    'found-stopped': '{{label}} · PostgreSQL {{version}} · stopped',
    another: 'Another one: I name its data directory',
    'none-found': 'No other server was found here. Name its data directory below.',
    looking: 'Looking for servers …',
    'search-again': 'Look again',
    'folder-hint': 'The folder that holds PG_VERSION, base and global.',
    user: 'Superuser',
    'user-hint': 'Leave it empty for postgres.',
    password: 'Password of {{user}}',
    'password-hint':
      'Kept in a file that only your account can read, and forgotten if you leave without using the server.',
    'try-password': 'Try this password',
    reasons: {
      'wrong-password': 'The server refuses this password of {{user}}. Type the right one and try again.',
      'role-missing': 'The server has no user {{user}}. Name its superuser.',
      'no-hba-entry':
        'No line of its pg_hba.conf lets {{user}} in from 127.0.0.1. Add one and reload the server, or name another superuser.',
      'authentication-failed':
        'The server does not let {{user}} in. Peer authentication wants the operating system account of the same name; see its pg_hba.conf.',
    },
    'bin-dir': 'Server programs',
    'bin-dir-hint': 'The folder with pg_ctl and postgres; leave it empty to have it found by the version.',
    'config-file': 'postgresql.conf',
    'config-file-hint': 'Only where it lies outside the data directory and is not found.',
    'explain-nothing':
      'Only a line in the list of instances is written. From then on you see the state of the server, start and stop it, and make standbys of it.',
    'explain-access':
      'PgTandem asks the server as its superuser, through 127.0.0.1 or its socket. Where a password is needed you are asked for it here.',
    'explain-commands':
      'A server may run commands by itself, such as an archive_command. They are shown in the plan, and before PgTandem starts such a server for the first time you are asked.',
    result: '{{name}} is in the list of instances now.',
    'next-standby': 'Make a standby of it',
  },
  standby: {
    title: 'Backup / create a standby',
    intro:
      'Takes a base backup of a running server and starts it as a hot standby: a second server that follows the first and answers read-only queries.',
    run: 'Create the standby',
    source: 'Copy from',
    'source-hint': 'A primary, or a standby: then it becomes a cascade.',
    'source-item': '{{name}} · {{role}} · port {{port}}',
    'source-choose': 'Choose an instance',
    'no-source': 'There is no running instance that could be copied.',
    'no-source-create': 'Create a primary first',
    'no-source-home': 'Start one on the home page',
    method: 'How the files are copied',
    methods: {
      auto: 'Automatic',
      copy: 'Copy the files',
      basebackup: 'pg_basebackup',
    },
    'method-hints': {
      auto: 'Copies the files where they can be read, else uses pg_basebackup.',
      copy: 'The way of pg_backup_start and pg_backup_stop (pg_start_backup and pg_stop_backup up to 14): fast on one machine, and needs no further program.',
      basebackup: 'Through a replication connection, as from another machine; needs that program.',
    },
    slot: 'A replication slot of its own',
    'slot-hint':
      'The source keeps WAL for it while it is off, so that it can catch up: as much as max_slot_wal_keep_size allows (from 13; 4 GB on a primary that PgTandem made). Without one it may fall too far behind.',
    sync: 'Synchronous',
    'sync-hint': 'Commits on the primary wait until this standby has them. While it is away they hang.',
    delay: 'Delay',
    'delay-hint': 'Replays changes only after this time, such as 5min: time to notice a mistake.',
    'application-name': 'application_name',
    'application-name-help':
      'The name under which the standby shows up in pg_stat_replication, and by which synchronous_standby_names calls it.',
    'application-name-hint': 'Leave it empty for its name.',
    'explain-source':
      'The source goes on working all the while. Only where it was not set up for replication are settings changed, and if one of them needs a restart the plan asks you first.',
    'explain-copy':
      'The backup is made in a folder beside its final place and renamed when it is complete. A copy that is not complete is never started.',
    'explain-done':
      'It is done when both sides say that they stream: pg_stat_replication on the source, and the WAL receiver of the standby.',
    result: '{{name}} streams from {{source}}.',
    'next-playground': 'Watch a row arrive',
    'next-replication': 'Look at the replication',
  },
  reclone: {
    title: 'Make the copy of {{name}} anew',
    intro:
      'For a standby that can no longer follow, because WAL that it needs is gone or its history went another way. It gets a fresh base backup and keeps its name, port and settings.',
    run: 'Make it anew',
    standby: 'Standby',
    upstream: 'Copied from',
    folder: 'Data directory',
    state: 'State now',
    'explain-aside':
      'The old copy stands aside until the new one streams. If anything fails it comes back; only at the very end is it deleted.',
    'explain-settings':
      'Its own postgresql.conf and pg_hba.conf are kept. Its slot goes on holding WAL; one that is lost is made again.',
    'explain-lower': 'Standbys that stream from it are looked after: they wait while it is made anew.',
    result: '{{name}} has a new copy and streams from {{upstream}}.',
  },
  remove: {
    title: 'Remove {{name}}',
    intro: 'Takes an instance out of the list. A standby is untied from its primary too.',
    run: 'Remove',
    'run-delete': 'Remove and delete its data',
    data: 'Its data',
    keep: 'Keep the data directory',
    'keep-hint': 'It stays where it is: {{path}}. It can be taken back later.',
    delete: 'Delete the data directory',
    'delete-hint': 'For good. It is looked at first: only the data of this very instance are deleted.',
    'untie-slot':
      'Its replication slot {{slot}} on {{upstream}} is dropped: a slot that nobody uses keeps WAL until the disk is full.',
    'untie-sync':
      'If it stands in synchronous_standby_names of {{upstream}}, it is taken out there, so that no commit waits for it.',
    'explain-stop': 'A server that PgTandem made is stopped first, which cuts its connections.',
    'explain-adopted': 'PgTandem did not make this server: unless its data are deleted it runs on as it is.',
    result: '{{name}} is removed.',
    'result-kept': '{{name}} is removed. Its data stay in {{path}}.',
  },
} as const

/** The wizards for standby settings, synchronous replication and promotion. */
export const wizardsReplication = {
  'see-replication': 'Look at its replication',
  'see-playground': 'Try it on the playground',
  settings: {
    title: 'Standby settings of {{name}}',
    'title-old': 'recovery.conf of {{name}}',
    'intro-signal-file':
      'What makes a server a standby, and how it follows its upstream. From PostgreSQL 12 on these are settings like any other, and an empty file standby.signal; before, they were the lines of recovery.conf.',
    'intro-recovery.conf':
      'What makes a server a standby, and how it follows its upstream. Up to PostgreSQL 11 all of it stands in one file in the data directory, recovery.conf, which is read at start.',
    'explain-changes':
      'Only what you change here is written; every other line and comment stays. An empty field takes the setting out, and its default counts.',
    'explain-sides':
      'The standby connects to its upstream by primary_conninfo, and the upstream must let it in: the user needs the attribute REPLICATION, and pg_hba.conf there a line for replication.',
    'explain-effect':
      'Some settings take effect with a reload, which is done for you. Others are read only at start: then the standby is restarted when you say so.',
    run: 'Write the settings',
    done: 'The settings of {{name}} are written.',
    'restart-needed': 'Read only at start, so not in effect yet: {{settings}}.',
    'needs-restart': 'Takes effect at the next start.',
    'needs-reload': 'Takes effect with a reload.',
    'mode-help':
      'Whether the server follows an upstream for ever (on), or recovers once and then takes writes. Up to 11 a line of recovery.conf; from 12 there is the file standby.signal for on, recovery.signal for off. A promotion takes it away.',
    'mode-signal-file': 'by the file {{file}} in the data directory',
    'mode-recovery.conf': 'by its line in recovery.conf',
    'no-standby':
      '{{name}} is a primary now. Standby settings have no effect on it before it becomes a standby.',
    linked:
      'It streams through the adjustable link of the playground. Take the link out first: doing so puts the old primary_conninfo back.',
    connection: 'Connection to the upstream (primary_conninfo)',
    'conninfo-unreadable':
      'The present connection string cannot be read: {{text}}. With any change below it is begun anew.',
    default: 'Default',
    'has-password':
      'The present connection string holds a secret ({{keywords}}). With any change to the connection it is taken out: keep the password in the password file before.',
    password: 'Password of {{user}}',
    'password-help':
      'A password in primary_conninfo could be read in the configuration file, in pg_stat_wal_receiver, in backups, and in the plan and log of this change. So it is refused there, and kept in {{passfile}}, which only this account can read; passfile tells the standby where it is.',
    'keep-password': 'Keep it in the password file',
    'password-kept': 'The password of {{user}} is kept in {{passfile}}, and passfile is set to it.',
    others: 'Following the upstream',
    'point-in-time': 'Recovery to a point in time',
    written: 'How it is written',
    version: 'As written in',
    'own-version': 'PostgreSQL {{major}} (this instance)',
    'other-version': 'PostgreSQL {{major}}',
    'empty-file': 'An empty file in the data directory: {{file}}',
    file: 'The file {{file}} in the data directory, without its comments:',
    lines: 'Settings of the server, in postgresql.conf:',
  },
  parts: {
    host: {
      label: 'Host of the upstream',
      help: 'Name or address, or the folder of its socket. On this machine: 127.0.0.1.',
    },
    port: {
      label: 'Port of the upstream',
      help: 'Two servers of one machine have different ports. Default: 5432.',
    },
    user: {
      label: 'User',
      help: 'The role that the standby connects as. It needs the attributes REPLICATION and LOGIN.',
    },
    application_name: {
      label: 'Name of the standby',
      help: 'By this name the primary knows it: in pg_stat_replication, and in synchronous_standby_names. Default: cluster_name from 12, else walreceiver.',
    },
    sslmode: {
      label: 'Encryption',
      help: 'Whether the connection is encrypted and the certificate of the upstream checked. Default: prefer.',
    },
    passfile: {
      label: 'Password file',
      help: 'The file that the standby finds its password in, one line host:port:database:user:password each. Only the account of the server may read it. From 10 on.',
    },
    keepalives: {
      label: 'TCP keepalives',
      help: '1: an idle connection is probed, so that a lost one is noticed. 0: it is not. Default: 1.',
    },
    keepalives_idle: {
      label: 'Seconds idle before a probe',
      help: 'How long nothing is heard before the first probe. 0 or empty: as the system has it, often two hours.',
    },
    keepalives_interval: {
      label: 'Seconds between probes',
      help: 'How long an answer is waited for before the next probe. 0 or empty: as the system has it.',
    },
    keepalives_count: {
      label: 'Lost probes',
      help: 'After so many unanswered probes the connection counts as lost. 0 or empty: as the system has it. Windows ignores it.',
    },
  },
  help: {
    primaryConninfo: 'How the standby connects to its upstream.',
    primarySlotName:
      'The replication slot on the upstream. It keeps WAL there until this standby has it, however long it is away.',
    restoreCommand:
      'A command that fetches an archived WAL file: %f is its name, %p where to put it. Used when the upstream no longer has the WAL.',
    archiveCleanupCommand:
      'A command that removes archived WAL which this standby no longer needs: %r is the oldest file to keep.',
    recoveryEndCommand: 'A command that is run once, when recovery has ended.',
    recoveryMinApplyDelay:
      'The standby receives at once and replays so much later: a remedy against a wrong DELETE. Such as 5min; 0 or empty: at once.',
    triggerFile:
      'A path. As soon as a file is there, the standby promotes itself and deletes it. Removed in 16: use pg_ctl promote or pg_promote().',
    recoveryTargetTimeline:
      'latest follows a promotion of the upstream to its new timeline; current stays. Default: latest from 12, current before.',
    recoveryTarget: 'immediate: recovery ends as soon as the base backup is consistent.',
    recoveryTargetName: 'Recovery ends at the restore point of this name.',
    recoveryTargetTime: 'Recovery ends at this time, such as 2026-01-31 12:00:00+00.',
    recoveryTargetXid: 'Recovery ends at this transaction.',
    recoveryTargetLsn: 'Recovery ends at this place in the WAL.',
    recoveryTargetInclusive: 'on: just after the target; off: just before it.',
    recoveryTargetAction: 'What happens at the target: pause, promote or shutdown.',
  },
  paste: {
    title: 'Take over a recovery.conf',
    label: 'Text of the recovery.conf',
    hint: 'Of any version, from a guide or another server. It is read here and nowhere kept.',
    convert: 'Convert',
    problems: 'Look at this',
    notes: 'What was done to it',
    'in-line': 'Line {{line}}: {{problem}}',
    nothing: 'Nothing of it can be set in this version.',
    result: 'The settings in the version of this instance',
    setting: 'Setting',
    value: 'Value',
    take: 'Fill the form with it',
    taken: 'The form holds it now. What the text does not name stays as it was.',
    keep: 'Keep the password of {{user}} in the password file',
    kept: 'The password of {{user}} is kept',
  },
  sync: {
    title: 'Synchronous replication to {{name}}',
    intro:
      'With asynchronous replication a commit is done as soon as the primary has it on disk: if that machine is lost, the last commits may be lost with it. With synchronous replication each commit waits until the standby has it too.',
    now: 'Now, on {{upstream}}',
    'names-help':
      'The setting of the primary that names the standbys which commits wait for, by their application_name. Empty: commits wait for none.',
    none: 'empty: commits wait for no standby',
    'unknown-upstream':
      '{{upstream}} does not belong to PgTandem, so its side cannot be shown or changed here.',
    'no-standbys': 'No standby streams from it.',
    standbys: 'Standbys of {{upstream}}',
    standby: 'Standby',
    away: 'away',
    'hang-title': 'Commits hang',
    hang: '{{upstream}} waits for a standby, and none of those named streams. Every write there waits until one comes back, or until the waiting is switched off below.',
    choose: 'What commits shall do',
    on: 'Wait for {{name}} (synchronous)',
    off: 'Not wait for {{name}} (asynchronous)',
    'run-on': 'Make it synchronous',
    'run-off': 'Make it asynchronous',
    'done-on': 'Commits on {{upstream}} now wait for {{name}}.',
    'done-off': 'Commits on {{upstream}} no longer wait for {{name}}; those that hung for it are done.',
    'explain-wait':
      'What a commit waits for is up to synchronous_commit: with on, that the standby has it on disk; with remote_write, that its system has it; with remote_apply, that queries there see it.',
    'explain-away':
      'When the standby is stopped or lost, writes on the primary hang: nothing is lost, but nothing is answered either. Reading goes on.',
    'explain-free':
      'To free them, start the standby again, or switch the waiting off here, which works with the standby gone. The commits that hang are then done at once.',
    'explain-session':
      'A session that needs no such safety can set synchronous_commit = local for itself, and does not wait.',
  },
  promote: {
    title: 'Promote {{name}}',
    intro:
      '{{name}} ends its recovery and becomes a primary of its own, which takes writes. This cannot be taken back: a promoted server becomes a standby again only by making its copy anew.',
    run: 'Promote {{name}}',
    effects: 'What becomes of whom',
    'effect-self': '{{name}} takes writes, on a timeline of its own. Its sessions stay connected.',
    'effect-old':
      '{{upstream}} is remembered as superseded by {{name}}, and is no longer started with the others. Its files stay as they are.',
    'effect-beside':
      '{{other}} still belongs to {{upstream}} and does not follow. Remove it, and make a new standby of {{name}} in its place.',
    'effect-below': '{{other}} streams from {{name}} and goes on, on the new timeline.',
    'live-title': '{{primary}} may still be the primary',
    'live-running':
      '{{primary}} runs and answers. With two primaries both take writes, their data goes separate ways, and one of them has to be thrown away later.',
    'live-doubtful':
      'It cannot be seen for certain that {{primary}} is down. If it runs, both take writes, and one of them has to be thrown away later.',
    'live-foreign':
      '{{name}} streams from {{primary}}, which does not belong to PgTandem: whether it runs cannot be told here. Stop it yourself, then insist.',
    'live-title-unknown': 'Its primary is not known',
    'live-unknown':
      'Nothing here says who the primary of {{name}} is, so whether it runs cannot be told. Make sure that it is down, then insist.',
    'stop-first': 'Stop {{primary}} first',
    insist: 'Promote all the same …',
    'do-not-insist': 'Do not insist',
    way: 'How it is told',
    ways: {
      auto: 'As PgTandem finds best',
      pg_ctl: 'pg_ctl promote: the program of the server, on its data directory',
      sql: 'pg_promote(): by SQL, needs no access to its files',
      trigger: 'The trigger file that the standby watches for',
    },
    'set-trigger-file': 'Set a trigger file',
    'explain-timeline':
      'A promotion begins a new timeline: WAL that the old primary writes from now on no longer fits. So it cannot simply be started as a standby of the new one.',
    'explain-two':
      'Nothing is promoted while the old primary answers, or might: an application that still writes there would lose what it writes.',
    'explain-lost':
      'Commits that the old primary had and this standby had not received are not here. With synchronous replication there are none.',
    done: '{{name}} is a primary now and takes writes.',
    'new-strings': 'New connection strings',
    'new-standby': 'Make a standby of {{name}}',
    'remove-old': 'Remove {{old}}',
    'old-title': 'The old primary: {{old}}',
    'old-running':
      '{{old}} still runs as a primary, too. Stop it as soon as you can: what is written there is not in {{name}}.',
    'old-down':
      '{{old}} is down, and remembered as superseded by {{name}}: it is not started with the others.',
    'old-standby': '{{old}} is a standby itself and goes on following its own upstream.',
    'old-what':
      'You can still start {{old}} by itself to look at its data. When you need none of it, remove it, and make a new standby of {{name}}.',
  },
} as const

/** What the rules of the diagnosis find in statuses, files and settings. */
export const diagnosisFindings = {
  'standby-not-streaming': {
    message: '{{name}} gets no WAL from {{upstream}}.',
    hint: 'See that {{upstream}} runs, and read the log of {{name}}.',
  },
  'upstream-not-running': {
    message: '{{name}} gets no WAL, because its upstream {{upstream}} does not run.',
    hint: 'Start {{upstream}}: {{name}} then connects again by itself.',
  },
  'link-lets-nothing-through': {
    message: 'No WAL comes through the adjustable link from {{upstream}} to {{name}}.',
    hint: 'Connect the link again on the playground, or take it out.',
  },
  'standby-without-upstream': {
    message: '{{name}} is a standby without an upstream: it streams from nobody.',
    hint: 'Set primary_conninfo if it shall follow a primary.',
  },
  'slot-holds-wal': {
    message: 'Slot {{slot}} of {{name}} is not in use and keeps {{gigabytes}} GB of WAL.',
    hint: 'Start its standby, or remove that standby together with its slot.',
  },
  'slot-lost': {
    message: 'The WAL that slot {{slot}} of {{name}} kept is gone; its standby cannot catch up any more.',
    hint: 'Make that standby again with “pgtandem reclone”.',
  },
  'replay-paused': {
    message: 'Replay is paused on {{name}}: it receives changes but does not show them.',
    hint: 'Go on with “pgtandem resume {{name}}”.',
  },
  'synchronous-standby-gone': {
    message_zero: 'No synchronous standby of {{name}} is there ({{names}}): the next commit will hang.',
    message_one:
      'No synchronous standby of {{name}} is there ({{names}}): commits hang, {{count}} session waits.',
    message_other:
      'No synchronous standby of {{name}} is there ({{names}}): commits hang, {{count}} sessions wait.',
    hint: 'Start that standby, or make it asynchronous with “pgtandem synchronous … off”; what waits is safe on {{name}}.',
  },
  'archiver-failing': {
    message_one: 'Archiving of {{name}} fails at {{wal}} ({{count}} failure so far), and WAL piles up.',
    message_other: 'Archiving of {{name}} fails at {{wal}} ({{count}} failures so far), and WAL piles up.',
    hint: 'Run its archive_command by hand to see why; every instance needs an archive folder of its own.',
  },
  'tablespace-shared': {
    message: '{{name}} and {{other}} write into one folder, {{dir}}: this destroys the data of both.',
    hint: 'Stop {{name}} now. Drop the tablespace on the primary, or make the standby again: it then gets a folder of its own.',
  },
  'port-differs': {
    message: '{{name}} listens on port {{port}}, but its files say {{configured}}.',
    hint: 'The next start takes {{configured}}; set it back if that is not meant.',
  },
  'restart-pending': {
    message: 'Changed settings of {{name}} wait for a restart: {{settings}}.',
    hint: 'Restart it when its connections may be cut.',
  },
  'superseded-primary': {
    message: '{{successor}} was promoted in place of {{name}}.',
    hint: 'Leave it stopped, or make it a standby of {{successor}}: pgtandem reclone {{name}} --from {{successor}}',
  },
  'upstream-superseded': {
    message: '{{name}} is a standby of {{upstream}}, in whose place {{successor}} was promoted.',
    hint: 'Make it a standby of {{successor}}: pgtandem reclone {{name}} --from {{successor}}',
  },
  'superseded-primary-runs': {
    message: '{{name}} runs though {{successor}} was promoted in its place: there are two primaries.',
    hint: 'Stop {{name}}: nothing that is written to it will reach {{successor}}.',
  },
  'control-file-damaged': {
    message: 'The control file of {{name}} (global/pg_control) is missing or damaged: it cannot start.',
    hint: 'Bring its data directory back from a backup; check its disk.',
  },
  'standby-control-file-damaged': {
    message: 'The control file of {{name}} (global/pg_control) is missing or damaged: it cannot start.',
    hint: 'Make this standby again with: pgtandem reclone {{name}}',
  },
  'server-crashed': {
    message: '{{name}} does not run: it ended without being shut down.',
    hint: 'Start it: it recovers by itself. Its log says what happened.',
  },
  'data-directory-missing': {
    message: 'The data directory of {{name}} is not there: {{dataDir}}.',
    hint: 'Bring it back, or take {{name}} off the list with “pgtandem remove {{name}}”.',
  },
  'disk-nearly-full': {
    message: 'Only {{megabytes}} MB are free where {{name}} keeps its data ({{dataDir}}).',
    hint: 'Make room: a server that cannot write stops.',
  },
  'wal-level-minimal': {
    message: 'wal_level of {{name}} is minimal, so no standby can follow it.',
    hint: 'Set it to replica and restart {{name}}.',
  },
  'password-refused': {
    message: '{{name}} runs but does not accept the password known for it, so little is known of it.',
    hint: 'Give the right one with: pgtandem adopt {{name}} --data DIR',
  },
  'no-hba-entry': {
    message: '{{name}} runs but has no line in pg_hba.conf that lets us in, so little is known of it.',
    hint: 'Add a line with “pgtandem hba {{name}} add …”.',
  },
  'connections-exhausted': {
    message: 'All connections of {{name}} are taken, so it cannot be asked.',
    hint: 'Close some of them, or raise max_connections and restart it.',
  },
  'link-left-behind': {
    message:
      '{{name}} streams through an adjustable link at port {{port}}, and the program that made the link is gone: no WAL reaches it.',
    hint: 'Take the link out: it then streams from {{upstream}} directly again.',
  },
  'no-answer': {
    message: '{{name}} runs but cannot be asked ({{reason}}), so little is known of it.',
    hint: 'Read its log with “pgtandem logs {{name}}”.',
  },
} as const

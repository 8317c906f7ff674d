/** Failures of processes, files, ports and accounts: what happened, and what to do about it. */
export const errorsSystem = {
  'program-failed': {
    message: '{{program}} failed with exit code {{exitCode}}: {{lastLine}}',
    hint: 'Read the log named in the details, mend the cause and run the command again.',
  },
  'program-killed': {
    message: '{{program}} was ended by the signal {{signal}} before it was done.',
    hint: 'See whether the machine ran out of memory or somebody ended the program, then run the command again.',
  },
  'program-timed-out': {
    message: '{{program}} was ended: it was not done within {{seconds}} s.',
    hint: 'See in the log what it was waiting for, then run the command again.',
  },
  'program-missing': {
    message: 'The program {{program}} does not exist.',
    hint: 'Install it, or name an installation that has it.',
  },
  'program-not-executable': {
    message: 'The program {{program}} may not be run by this account.',
    hint: 'Give this account permission to read and run the file, or use another installation.',
  },
  'program-not-started': {
    message: 'The program {{program}} could not be started: {{reason}}.',
    hint: 'Look at the details; an antivirus program or a full process table may be in the way.',
  },
  'working-directory-missing': {
    message: 'The directory {{path}}, in which a program should run, does not exist.',
    hint: 'Make the directory, or choose another one.',
  },
  'own-process-unreadable': {
    message:
      'The start time of PgTandem’s own process cannot be read, so its locks could not be told from abandoned ones.',
    hint: 'Mount /proc in this container, or run PgTandem outside it.',
  },
  cancelled: {
    message: 'Cancelled.',
    hint: 'Nothing more is done. Run the command again when you are ready.',
  },
  'home-not-absolute': {
    message: 'PGTANDEM_HOME is “{{path}}”, which is not an absolute path.',
    hint: 'Set PGTANDEM_HOME to a full path, or unset it to use the normal place.',
  },
  'home-unknown': {
    message: 'This account has no home directory, so there is no place for PgTandem’s files.',
    hint: 'Set PGTANDEM_HOME to a directory that this account can write to.',
  },
  'home-not-a-directory': {
    message: 'PgTandem’s home {{path}} is not a directory.',
    hint: 'Move that file away, or set PGTANDEM_HOME to another place.',
  },
  'home-not-writable': {
    message: 'PgTandem’s home {{path}} cannot be written to by this account.',
    hint: 'Give this account write permission to it, or set PGTANDEM_HOME to another place.',
  },
  'home-not-made': {
    message: 'PgTandem’s home {{path}} cannot be made or used there: {{reason}}.',
    hint: 'Choose a place on an ordinary disk with --home or PGTANDEM_HOME.',
  },
  'home-read-only': {
    message: 'PgTandem’s home {{path}} lies on a read-only file system.',
    hint: 'Set PGTANDEM_HOME to a place on a disk that can be written to.',
  },
  'home-not-closed': {
    message:
      'PgTandem’s home {{path}} could not be closed to the other accounts of this machine, and it will hold passwords.',
    hint: 'Choose a place in your profile or on a disk with NTFS. A folder that you made yourself is used as it is.',
  },
  'home-of-another-account': {
    message: 'PgTandem’s home {{path}} belongs to the account {{owner}}.',
    hint: 'Run PgTandem as that account: sudo -u {{owner}} pgtandem … Or set PGTANDEM_HOME to another place.',
  },
  'home-unreachable': {
    message: 'The account {{account}} cannot reach PgTandem’s home {{path}}: {{blockedBy}} is closed to it.',
    hint: 'PostgreSQL refuses to run as root, so PgTandem goes on as {{account}}. Set PGTANDEM_HOME to a place that account can reach, such as /var/lib/pgtandem.',
  },
  'account-not-created': {
    message:
      'PostgreSQL refuses to run as root, and the system account {{account}} could not be made: {{reason}}',
    hint: 'Make an ordinary account yourself and run PgTandem as it.',
  },
  'root-not-given-up': {
    message: 'PgTandem could not give up the rights of root: {{reason}}.',
    hint: 'Run PgTandem as an ordinary account: sudo -u {{account}} pgtandem …',
  },
  'port-search-failed': {
    message: 'No free port was found from {{from}} on.',
    hint: 'Choose a port below 65536 that no other program uses.',
  },
  'state-file-damaged': {
    message: 'The file {{path}} is damaged: {{reason}}.',
    hint: 'It was left as it is. Put back a good copy, or move it away: PgTandem then starts with a new one.',
  },
  'state-file-newer': {
    message:
      'The file {{path}} was written by a newer PgTandem (format {{found}}, this program knows {{known}}).',
    hint: 'Update PgTandem, or use another PGTANDEM_HOME with this version.',
  },
  'state-file-unreadable': {
    message: 'The file {{path}} cannot be read: {{reason}}.',
    hint: 'Give this account permission to read it, and try again.',
  },
  'file-not-written': {
    message: 'The file {{path}} cannot be written: {{reason}}.',
    hint: 'Mend what the reason names (no room, no right to write, a folder of that name), then try again. The old file is unchanged.',
  },
  'file-held': {
    message: 'The file {{path}} is held open by another program.',
    hint: 'Close editors, backup and antivirus programs that use it, then try again. The old file is unchanged.',
  },
  'log-file-damaged': {
    message: 'Line {{line}} of {{path}} is damaged.',
    hint: 'The file was left as it is. Keep a copy of it, and move it away if you no longer need what it tells.',
  },
  'lock-held': {
    message: 'Another PgTandem (process {{pid}}) is at work: {{note}}.',
    hint: 'Wait until it is done, then try again.',
  },
  'copy-disk-full': {
    message: 'The disk filled up while {{path}} was copied.',
    hint: 'Make room on that disk or choose a directory on another one, and start again.',
  },
  'copy-failed': {
    message: '{{path}} could not be copied: {{reason}}',
    hint: 'See that this account may read the file and that its disk is sound, then start again.',
  },
  'home-not-prepared': {
    message:
      'PgTandem’s home {{path}} belongs to root and already holds other files, so it was not handed to the account {{account}}.',
    hint: 'Choose an empty or absent directory with PGTANDEM_HOME, or hand this one over yourself: chown -R {{account}} {{path}}',
  },
  'tree-not-removed': {
    message: '{{path}} could not be removed: {{reason}}.',
    hint: 'Close the programs that use files in it, and remove it again.',
  },
} as const

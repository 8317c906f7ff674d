/** Things worth knowing about a plan that need no agreement. */
export const notices = {
  'auto-conf-comments':
    '{{setting}} stands in postgresql.auto.conf and is changed with ALTER SYSTEM; comments in that file are lost.',
  'restart-needed':
    '{{settings}} will take effect at the next restart of {{name}}: pgtandem restart {{name}}',
  'reload-needed':
    'What changed in {{file}} takes effect when {{name}} is reloaded: pgtandem reload {{name}}',
  'archive-off-on-standby':
    'Archiving is turned off on {{name}}: two servers that share an archive folder would block each other after a promotion.',
  'shared-includes':
    '{{name}} goes on reading files that {{source}} reads, because postgresql.conf includes them by absolute paths: {{files}}. What is changed there is changed for both.',
  'slot-kept': 'The slot {{slot}} on {{upstream}} is left as it is, because {{upstream}} is gone.',
  'slot-stays':
    'The slot {{slot}} on {{upstream}} cannot be dropped while {{upstream}} does not run. If it is ever started again, drop it: it would keep WAL for nobody.',
  'slot-waits':
    '{{name}} was not made by PgTandem and is only forgotten: the slot {{slot}} on {{upstream}} goes on keeping WAL for it. If {{name}} is never started again, drop that slot.',
  'synchronous-name-stays':
    'synchronous_standby_names of {{upstream}} cannot be changed now. If {{applicationName}} stands in it, take it out before {{upstream}} is used again: its commits would wait for a standby that is gone.',
  'standbys-may-lack-wal':
    'The new copy of {{name}} has neither the replication slots of the old one, which are made anew, nor WAL from before its base backup, which {{standbys}} may still need. Whether those that run stream again is looked at before the end; one that does not is made again with: pgtandem reclone NAME',
  'standby-left-behind':
    '{{standby}} does not stream from {{upstream}} again: {{reason}} – If it stays so, make its copy again with: pgtandem reclone {{standby}}',
  'standby-names-old-port':
    '{{standby}} still connects to {{name}} on port {{old}}. After the restart of {{name}} give it the same primary_conninfo with port={{port}}: pgtandem recovery {{standby}} set primary_conninfo=…',
  'data-stays':
    'The data of {{name}} stay in {{path}}. To take them back later: pgtandem adopt {{name}} --data "{{path}}"',
  'folder-stays': '{{path}} is not deleted: {{other}} has data of its own in it.',
  'tablespaces-kept':
    'What {{name}} wrote in tablespaces outside its data directory is not deleted, because another server may use the same files: {{folders}} in {{paths}}. Delete it by hand once you know that none does.',
  'runs-on': '{{name}} was not made by PgTandem and runs on as it is; it is only forgotten.',
  'own-command': '{{name}} runs a command of its own: {{setting}} = {{value}}',
  'old-primary-remembered': '{{name}} is remembered as superseded: "start --all" passes it over.',
  'commits-will-hang':
    'Commits on {{upstream}} wait for {{name}}. While it is stopped every write there hangs, until it runs again or is made asynchronous.',
  'path-on-share':
    '{{path}} lies on a network share. PostgreSQL cannot rely on what shares say about writing and locking; a local disk is safer.',
  'path-in-cloud-folder':
    '{{path}} lies in {{folder}}, which a cloud service copies while the server writes to it. It may hold files and fill your storage there; a folder outside is safer.',
  'path-long':
    '{{path}} has {{length}} characters. Windows takes 259, and the server’s own file names need room: from {{limit}} on a file may not be made. A shorter path is safer.',
  'password-stored': 'The password of {{user}} for {{name}} is stored.',
} as const

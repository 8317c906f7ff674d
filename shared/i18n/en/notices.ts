/** Things worth knowing about a plan that need no agreement. */
export const notices = {
  'auto-conf-comments':
    '{{setting}} stands in postgresql.auto.conf and is changed with ALTER SYSTEM; comments in that file are lost.',
  'restart-needed':
    '{{settings}} will take effect at the next restart of {{name}}: pgtandem restart {{name}}',
  'archive-off-on-standby':
    'Archiving is turned off on {{name}}: two servers that share an archive folder would block each other after a promotion.',
  'slot-kept': 'The slot {{slot}} on {{upstream}} is left as it is, because {{upstream}} is gone.',
  'slots-made-again':
    'The slots that {{name}} keeps for {{standbys}} are made anew ({{slots}}), because a new copy has none. It has no WAL from before its base backup either, so most likely they have to be made again after it, each with: pgtandem reclone NAME',
  'standby-names-old-port':
    '{{standby}} still connects to {{name}} on port {{old}}. After the restart of {{name}} give it the same primary_conninfo with port={{port}}: pgtandem recovery {{standby}} set primary_conninfo=…',
  'data-stays':
    'The data of {{name}} stay in {{path}}. To take them back later: pgtandem adopt {{name}} --data "{{path}}"',
  'runs-on': '{{name}} was not made by PgTandem and runs on as it is; it is only forgotten.',
  'own-command': '{{name}} runs a command of its own: {{setting}} = {{value}}',
  'old-primary-remembered': '{{name}} is remembered as superseded: "start --all" passes it over.',
  'password-stored': 'The password of {{user}} for {{name}} is stored.',
} as const

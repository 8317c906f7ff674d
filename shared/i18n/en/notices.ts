/** Things worth knowing about a plan that need no agreement. */
export const notices = {
  'auto-conf-comments':
    '{{setting}} stands in postgresql.auto.conf and is changed with ALTER SYSTEM; comments in that file are lost.',
  'restart-needed':
    '{{settings}} will take effect at the next restart of {{name}}: pgtandem restart {{name}}',
  'archive-off-on-standby':
    'Archiving is turned off on {{name}}: two servers that share an archive folder would block each other after a promotion.',
  'slot-kept': 'The slot {{slot}} on {{upstream}} is left as it is, because {{upstream}} is gone.',
  'runs-on': '{{name}} was not made by PgTandem and runs on as it is; it is only forgotten.',
  'own-command': '{{name}} runs a command of its own: {{setting}} = {{value}}',
  'old-primary-remembered': '{{name}} is remembered as superseded: "start --all" passes it over.',
} as const

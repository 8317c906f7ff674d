/** What a user is asked before something that cannot be taken back lightly. */
export const confirmations = {
  'cuts-connections_one': 'This cuts {{count}} connection to {{name}}.',
  'cuts-connections_other': 'This cuts {{count}} connections to {{name}}.',
  'touches-foreign-files': 'This changes files of {{name}} in {{path}}, which PgTandem did not make.',
  'loses-data': 'This deletes the data of {{name}} in {{path}} for good.',
  'leaves-slot':
    '{{upstream}} does not run, so the slot {{slot}} on it cannot be dropped. Once it is started again it keeps WAL there for nobody, until that slot is dropped. If it can be started, start it first.',
  'splits-the-pair':
    '{{primary}} is, or may be, still running as the primary. With two primaries their data goes separate ways, and one of them has to be thrown away later. Type {{name}} to promote it all the same.',
  'splits-from-unknown':
    'Nothing here says who the primary of {{name}} is, and it may still be running. With two primaries their data goes separate ways, and one of them has to be thrown away later. Type {{name}} to promote it all the same.',
  'starts-old-primary':
    '{{promoted}} was promoted in place of {{name}}. With both running as primaries their data goes separate ways, and one of them has to be thrown away later.',
  'opens-to-the-world':
    'Anyone at {{address}} will get into {{name}} without a password, as any role that the rule names.',
  'runs-its-commands': '{{name}} will run commands of its own once it is started: {{commands}}',
} as const

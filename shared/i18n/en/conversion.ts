/** What becomes of a recovery.conf in another version. */
export const conversion = {
  'standby-signal': 'standby_mode = on: from 12 this is the empty file standby.signal in the data directory.',
  'recovery-signal':
    'Without standby_mode = on the server recovers once and then takes writes; from 12 this is the empty file recovery.signal. Here only settings are changed.',
  'standby-file': 'standby_mode = on stays a line of recovery.conf in this version.',
  'recovery-file':
    'Without standby_mode = on the server recovers once and then takes writes. Here only the other lines are changed.',
  renamed: '{{old}} is called {{name}} in this version.',
  backslashes:
    'In apostrophes a backslash begins an escape: for {{name}} the server would have read {{read}}. It is taken as {{meant}}.',
  'password-moved':
    'The password is left out: a plan, its log and a backup of the file would show it. Keep it in {{passfile}}, where the standby will look for it.',
  'secret-left-out':
    'What the file has for {{keywords}} is taken out with this change: plans and logs must not hold it. Name a password file in its place.',
  'lower-case': '{{given}} is taken as {{taken}}: PostgreSQL knows this word in lower case only.',
  'conninfo-unreadable': 'primary_conninfo cannot be read as a connection string and was left out.',
  'broken-line': 'This line cannot be read and was left out: {{text}}',
  'include-ignored': 'Other files are not read in; this line was left out: {{text}}',
  'not-boolean': '{{name}} can only be on or off, not {{value}}.',
  'several-targets': 'Only one target of recovery may be set, not {{names}}.',
  'no-source':
    'It names no source of WAL: a standby needs primary_conninfo or restore_command, a recovery restore_command.',
  'timeline-now-latest':
    'It set no recovery_target_timeline and so kept to the current timeline; a standby now follows the latest one.',
} as const

/** What is wrong with a parameter; the schemas name these keys as their messages. */
export const parameters = {
  name: 'a name starts with a small letter, then has up to 40 of a-z 0-9 _ -, and is neither a device name of Windows nor “constructor”',
  port: 'a port is a number from 1 to 65535',
  path: 'an absolute path is needed',
  'setting-name': 'this is not the name of a setting',
  'one-line': 'a value of one line is needed',
  duration: 'a duration is needed, such as 30s or 5min',
  timeline: 'latest, current or the number of a timeline is needed',
  'application-name': 'at most 63 printable characters, no spaces',
  locale: 'a locale name is needed, such as C or en_US.UTF-8',
  missing: 'this is missing',
  invalid: 'this value does not fit',
} as const

import * as fc from 'fast-check'

/** Names that files and changes of the properties share, so that they meet. */
export const names = ['port', 'work_mem', 'cluster_name', 'hot_standby', 'my.thing'] as const

export const settingName = fc.constantFrom(...names)

/** Values of every awkward kind, without NUL, which no setting can hold. */
export const settingValue = fc
  .oneof(
    fc.constantFrom(
      '',
      'on',
      '5432',
      '128MB',
      "it's",
      'a b',
      'C:\\data\\x',
      '# no comment',
      'a\nb\r',
      '日本',
    ),
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^['\\ a-c=#]{0,8}$/),
  )
  .map((value) => value.replaceAll('\0', ''))

const activeLine = fc
  .tuple(
    fc.constantFrom('', ' ', '\t'),
    fc.oneof(
      settingName,
      settingName.map((name) => name.toUpperCase()),
    ),
    fc.constantFrom(' = ', '=', ' ', '\t=', ''),
    fc.constantFrom(
      '5432',
      "'a b'",
      'on',
      "'it''s'",
      String.raw`'\'\\\n\101'`,
      '-1',
      '0x1F',
      '.5',
      "''",
      '12kB',
    ),
    fc.constantFrom('', ' ', ' # comment', '#c', "\t\t# it's"),
  )
  .map((parts) => parts.join(''))

const otherLine = fc.oneof(
  fc.constantFrom('', '  ', '# prose', '#port = 5432', '# work_mem = 4MB\t# min 64kB', "include 'x.conf'"),
  fc.constantFrom("cluster_name = 'open", 'port = = 1', '= 3', "#cluster_name = ''"),
  fc.stringMatching(/^(port|my\.thing)[ =]{0,2}[-+.0-9a-fxMB'\\ #_:/]{0,8}$/),
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', '')),
)

export const confLine = fc.oneof({ weight: 3, arbitrary: activeLine }, { weight: 2, arbitrary: otherLine })

/** Whole files: active, commented-out and broken lines, LF or CRLF, with or without an end of the last line. */
export const confText = fc
  .tuple(fc.array(confLine, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, ended]) => lines.join(end) + (ended ? end : ''))

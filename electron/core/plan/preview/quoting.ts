/**
 * One argument as a POSIX shell takes it literally; plain words stay bare.
 *
 * @throws RangeError for a NUL character, which no argument can hold.
 */
export function quoteSh(arg: string): string {
  if (arg.includes('\0')) throw new RangeError('an argument cannot hold a NUL character')
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`
}

const cmdSpecial = /[&|<>^()]/g

/**
 * One argument as a line of a batch file passes it to a program literally; plain words stay bare.
 *
 * `%` is doubled, as batch files need it (not the prompt). Quotes and the backslashes before them are escaped for the
 * program's own parser; each quote also flips cmd's view of what is quoted, so what then lies outside gets a caret.
 * `!` is literal where delayed expansion is off, as it is in the scripts written here.
 *
 * @throws RangeError for a line end or a NUL character: cmd has no way to write them.
 */
export function quoteCmd(arg: string): string {
  if (/[\0\r\n]/.test(arg)) throw new RangeError('an argument of a batch file cannot hold a line end')
  if (/^[A-Za-z0-9_@+:./\\-]+$/.test(arg)) return arg
  const forProgram = arg.replace(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&')
  return `"${forProgram}"`
    .split('"')
    .map((part, index) => (index % 2 === 1 ? part : part.replace(cmdSpecial, '^$&')))
    .join('"')
    .replaceAll('%', '%%')
}

/** A path between quotes for cmd's own commands, with backslashes where it is a Windows path. `%` is doubled. */
export function quoteCmdPath(path: string): string {
  return `"${cmdPath(path).replaceAll('%', '%%')}"`
}

/** `D:/a/b` as `D:\a\b`; other paths as they are. */
export function cmdPath(path: string): string {
  return /^([A-Za-z]:|[/\\]{2})/.test(path) ? path.replaceAll('/', '\\') : path
}

/** Text as `echo` or `rem` of a batch file takes it literally, outside quotes. */
export function escapeCmdText(text: string): string {
  return text.replace(/[&|<>^()"]/g, '^$&').replaceAll('%', '%%')
}

/** An `echo` that prints just this line, whatever is in it. */
export function echoCmd(line: string): string {
  const ambiguous = line.trim() === '' || /^\s*(on|off|\/\?)/i.test(line) || line.includes('/?')
  return `echo${ambiguous ? '(' : ' '}${escapeCmdText(line)}`
}

/** A path as psql's backslash commands take it: in apostrophes, where it resolves C escapes. */
export function quotePsqlPath(path: string): string {
  const escaped = /^[A-Za-z]:|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path.replaceAll('\\', '\\\\')
  return `'${escaped.replaceAll("'", "''")}'`
}

/** A string constant of SQL, whatever standard_conforming_strings is. */
export function quoteSqlLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? `E${quoted}` : quoted
}

/** A name as SQL takes it, bare where that means the same. */
export function quoteSqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

const reserved = new Set([
  'all',
  'user',
  'primary',
  'table',
  'current_user',
  'session_user',
  'public',
  'none',
  'default',
])

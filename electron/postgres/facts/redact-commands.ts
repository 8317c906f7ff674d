import { redacted } from './conninfo/redact.ts'

/** One word of a command, or a quoted text with what is glued to it; where the quotes do not end, all that follows. */
const word = String.raw`(?:''[^']*''\S*|'[^']+'\S*|"[^"]+"\S*|['"\\][^]*|\S+)`

/** How names of secrets end, among options (`--http-password`) and variables (`PGPASSWORD`). */
const ends = ['password', 'passwd', 'passphrase', 'secret', 'token', 'api[-_]?key', 'account[-_]?key']
const endings = [...ends, 'secret[-_](?:access[-_])?key'].join('|')
const variables = `(?:[A-Z0-9_]*(?:${endings.toUpperCase()})|[A-Z0-9_]*_PASS|SSHPASS)`

/** What stands before a secret, each followed by the word that is one. Sources: the programs' own manuals. */
const secretsAfter: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\w-])(--(?!no-)(?:[\w-]*[-_])?(?:pass|${endings})(?:=|\s+(?!-)))(${word})`,
    'gi',
  ),
  new RegExp(String.raw`(?<![\w$])(${variables}=)(${word})`, 'g'),
  new RegExp(String.raw`(\bsshpass\s+-p\s*)(${word})`, 'g'),
  new RegExp(String.raw`(\s-pass(?:in|out)?\s+pass:)(${word})`, 'g'),
  new RegExp(String.raw`(\bauthorization:\s*(?:basic|bearer)\s+)(${word})`, 'gi'),
]

/** Of curl, which takes the user and the password in one word. */
const userAndPassword = new RegExp(String.raw`(\s(?:-[a-z]*u\s*|--(?:proxy-)?user(?:\s+|=)))(${word})`, 'gi')

const inUrl = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"]*:)([^\s/'"]+)(?=@)/gi

/** What a shell replaces: `$NAME`, `${NAME}`, `$(…)`, `` `…` ``, `%NAME%`; it names a secret and holds none. */
export const shellReference = /^["']*(?:\$[\w{(]|`|%\w+%)/

/** A command, or any other line, with the passwords in it that programs are given by option, variable or URL hidden. */
export function redactCommand(text: string): string {
  const others = secretsAfter.reduce((line, pattern) => line.replaceAll(pattern, hide), text)
  const both = /\bcurl\b/i.test(others) ? others.replaceAll(userAndPassword, hideAfterColon) : others
  return both.replaceAll(inUrl, hide)
}

function hide(all: string, before: string, secret: string): string {
  if (shellReference.test(secret) || secret.startsWith(redacted)) return all
  return before + redacted
}

function hideAfterColon(all: string, before: string, both: string): string {
  const colon = both.indexOf(':')
  if (colon < 0) return all
  const quote = /^(?:''|["'])/.exec(both)?.[0] ?? ''
  const hidden = hide(both, both.slice(0, colon + 1), both.slice(colon + 1))
  return before + hidden + (hidden !== both && both.endsWith(quote) ? quote : '')
}

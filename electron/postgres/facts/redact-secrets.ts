import { parseConfLine, type SettingLine } from './conf/conf-line.ts'
import { quoteAlways } from './conf/value.ts'
import { redactConninfo, redacted, redactUris, secretKeywords } from './conninfo/redact.ts'
import { parseConninfo } from './conninfo.ts'
import { redactCommand, shellReference } from './redact-commands.ts'

/** Also what commands, pg_hba.conf (ldap, radius) and extensions call a secret. */
const words = `(?:passwd|secrets?|${secretKeywords.join('|')})\\s*=\\s*`
const assignment = new RegExp(`(${words})(?!\\*{8})(?:['"\\\\][^]*|(?:\\\\+.|\\S)+)`, 'gi')

/** As pg_hba.conf has it when a secret with a blank in it is quoted together with its name. */
const quotedAssignment = new RegExp(`("[^"\\s=]*${words})(?!\\*{8})[^"]+`, 'gi')

const secretName = /(?:password|passwd|secret)$/

/**
 * The text of a configuration file, a recovery.conf or a diff with every password in it hidden, line by line.
 *
 * Connection strings and commands keep all but the secret. Elsewhere a quoted secret hides the rest of its line: better too
 * much than too little.
 */
export function redactSecrets(text: string): string {
  return text
    .split('\n')
    .map((line) => redactLine(redactSetting(line)))
    .join('\n')
}

/** The value of one setting, as the server takes it, with the secrets in it hidden. */
export function redactSettingValue(name: string, value: string): string {
  if (secretName.test(name)) return redacted
  if (name === 'ssl_passphrase_command') return redactLine(value.replace(echoed, `$1${redacted}`))
  return redactLine(parseConninfo(value).kind === 'invalid' ? value : redactConninfo(value))
}

function redactLine(line: string): string {
  return redactCommand(redactUris(line))
    .replaceAll(quotedAssignment, `$1${redacted}`)
    .replaceAll(assignment, (all, before: string, at: number, text: string) =>
      isForShell(before, text.slice(0, at)) && shellReference.test(all.slice(before.length))
        ? all
        : before + redacted,
    )
}

/** An option or a variable of a command; elsewhere a `$` is a part of the password. */
const isForShell = (name: string, before: string): boolean =>
  /^[A-Z_]+=$/.test(name) || /--[\w-]{0,40}$/.test(before.slice(-42))

/** The passphrase itself, where no program has to ask for it. */
const echoed = /(\b(?:echo|printf)\s+)(?!\*{8}|["']?[$`%])[^]+/

function redactSetting(line: string): string {
  const prefix = /^[ \t]*(?:#+[ \t]*)?/.exec(line)?.[0] ?? ''
  const rest = line.slice(prefix.length)
  const setting = parseConfLine(rest)
  return setting.kind === 'setting' ? prefix + redactValue(setting) : line
}

function redactValue(setting: SettingLine): string {
  const clean = redactSettingValue(setting.name, setting.value)
  return clean === setting.value ? setting.text : withValue(setting, clean)
}

function withValue(setting: SettingLine, value: string): string {
  return setting.text.slice(0, setting.valueStart) + quoteAlways(value) + setting.text.slice(setting.valueEnd)
}

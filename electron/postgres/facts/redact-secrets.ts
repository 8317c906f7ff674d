import { parseConfLine, type SettingLine } from './conf/conf-line.ts'
import { quoteAlways } from './conf/value.ts'
import { redactConninfo, redacted, redactUris, secretKeywords } from './conninfo/redact.ts'
import { parseConninfo } from './conninfo.ts'

/** Also what commands, pg_hba.conf (ldap, radius) and extensions call a secret. */
const words = `(?:passwd|secrets?|${secretKeywords.join('|')})\\s*=\\s*`
const assignment = new RegExp(`(${words})(?!\\*{8})(?:['"\\\\][^]*|(?:\\\\+.|\\S)+)`, 'gi')

/** As pg_hba.conf has it when a secret with a blank in it is quoted together with its name. */
const quotedAssignment = new RegExp(`("[^"\\s=]*${words})(?!\\*{8})[^"]+`, 'gi')

const secretName = /(?:password|passwd|secret)$/

/**
 * The text of a configuration file, a recovery.conf or a diff with every password in it hidden, line by line.
 *
 * Connection strings keep all but the secret. Elsewhere a quoted secret hides the rest of its line: better too much than too little.
 */
export function redactSecrets(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      redactUris(redactSetting(line))
        .replaceAll(quotedAssignment, `$1${redacted}`)
        .replaceAll(assignment, `$1${redacted}`),
    )
    .join('\n')
}

function redactSetting(line: string): string {
  const prefix = /^[ \t]*(?:#+[ \t]*)?/.exec(line)?.[0] ?? ''
  const rest = line.slice(prefix.length)
  const setting = parseConfLine(rest)
  return setting.kind === 'setting' ? prefix + redactValue(setting) : line
}

function redactValue(setting: SettingLine): string {
  if (secretName.test(setting.name)) return withValue(setting, redacted)
  if (parseConninfo(setting.value).kind === 'invalid') return setting.text
  const clean = redactConninfo(setting.value)
  if (clean === setting.value) return setting.text
  return withValue(setting, clean)
}

function withValue(setting: SettingLine, value: string): string {
  return setting.text.slice(0, setting.valueStart) + quoteAlways(value) + setting.text.slice(setting.valueEnd)
}

import { redacted } from '../../../postgres/facts/conninfo/redact.ts'
import { redactSecrets } from '../../../postgres/facts/redact-secrets.ts'
import { redactLogText } from '../../../system/logging/logger.ts'

const secretKey = /pass(?:word|wd|phrase|file-entry)$|secret|verifier|token$|^key$|client_?key$|server_?key$/i

/** What stands for a password in SQL and in pg_authid, whoever wrote it into a text. */
const verifier = /SCRAM-SHA-256\$[^\s'"]+|\bmd5[0-9a-f]{32}\b/g
const passwordInSql = /(\bpassword\s+)(?:E|U&)?(?:'(?:[^'\\]|''|\\[^])*'?|\$(\w*)\$[^]*?\$\2\$)/gi

/** A text with every password, verifier and secret of a connection string in it hidden. */
export const textWithoutSecrets = (text: string): string =>
  redactSecrets(redactLogText(text.replaceAll(passwordInSql, `$1${redacted}`).replaceAll(verifier, redacted)))

/** Any JSON, with the secrets hidden in its texts and under names that tell of one. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value)
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      textWithoutSecrets(key),
      secretKey.test(key) && inside !== null ? redacted : withoutSecrets(inside),
    ]),
  )
}

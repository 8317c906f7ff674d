import { redacted } from './conninfo/redact.ts'
import { redactSecrets } from './redact-secrets.ts'

/** What stands for a password in SQL and in pg_authid, whoever wrote it into a text. */
const verifier = /SCRAM-SHA-256\$[^\s'"]+|\bmd5[0-9a-f]{32}\b/g
const passwordInSql = /(\bpassword\s+)(?:E|U&)?(?:'(?:[^'\\]|''|\\[^])*'?|\$(\w*)\$[^]*?\$\2\$)/gi

/**
 * A text with every password, verifier and secret of a connection string or a command in it hidden.
 *
 * For what servers and programs say: a server logs the new value of a primary_conninfo, the command that failed, and
 * statements, whatever is in them.
 */
export const textWithoutSecrets = (text: string): string =>
  redactSecrets(text.replaceAll(passwordInSql, `$1${redacted}`).replaceAll(verifier, redacted))

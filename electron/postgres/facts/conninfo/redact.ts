import { type ConninfoEntry, parseKeywords } from './keywords.ts'
import { isConninfoUri, parseUri } from './uri.ts'

/** Keywords whose values nobody may read. */
export const secretKeywords: readonly string[] = [
  'password',
  'sslpassword',
  'scram_client_key',
  'scram_server_key',
  'oauth_client_secret',
]

/** What stands in a secret's place. */
export const redacted = '********'

const secretNames = secretKeywords.join('|')

/** The connection string with its secrets hidden and everything else byte for byte; of an unreadable one all after a secret's `=` is hidden. */
export function redactConninfo(text: string): string {
  if (isConninfoUri(text)) return redactUri(text)
  const { ok, entries } = parseKeywords(text)
  const clean = redactEntries(text, entries)
  return ok
    ? clean
    : clean.replace(new RegExp(`((?:${secretNames})\\s*=\\s*)(?!\\*{8})[^]*$`), `$1${redacted}`)
}

/** Every URI in a text, up to the next blank or quotation mark, with its secrets hidden. */
export function redactUris(text: string): string {
  return text.replaceAll(/postgres(?:ql)?:\/\/[^\s'"]*/g, redactUri)
}

function redactUri(uri: string): string {
  const user =
    parseUri(uri) === undefined ? /^([^:]*:\/\/[^:]*:)[^]*(?=@)/ : /^([^:]*:\/\/[^:@/?]*:)[^@/?]*(?=@)/
  return uri
    .replace(user, `$1${redacted}`)
    .replaceAll(/([?&])([^=&]*)=([^&]*)/g, (pair, mark: string, key: string) =>
      secretKeywords.includes(percentDecoded(key)) ? `${mark}${key}=${redacted}` : pair,
    )
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function redactEntries(text: string, entries: readonly ConninfoEntry[]): string {
  const pieces: string[] = []
  let at = 0
  for (const entry of entries) {
    if (!secretKeywords.includes(entry.key)) continue
    pieces.push(text.slice(at, entry.valueStart), redacted)
    at = entry.end
  }
  return pieces.join('') + text.slice(at)
}

import { redacted } from '../../../postgres/facts/conninfo/redact.ts'
import { textWithoutSecrets } from '../../../postgres/facts/text-without-secrets.ts'

const secretKey = /pass(?:word|wd|phrase|file-entry)$|secret|verifier|token$|^key$|client_?key$|server_?key$/i

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

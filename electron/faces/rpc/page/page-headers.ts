/** Stands in the built page where the nonce belongs. */
export const noncePlaceholder = '__CSP_NONCE__'

/**
 * What a page of ours may do: run the scripts that carry this response's nonce and what they load, style itself with it,
 * and talk to the host that served it. `sources`: what else it may connect to, such as `ws://127.0.0.1:5500`.
 */
export const contentSecurityPolicy = (nonce: string, sources: readonly string[] = []): string =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src ${[`'self'`, ...sources].join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ')

/** Of every answer. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
} as const

/** Where a connection goes. A password comes in only when someone asked to see it. */
export interface UrlParts {
  /** A name, an address, or an absolute socket directory. */
  readonly host: string
  readonly port: number
  readonly database?: string
  readonly user: string
  readonly password?: string
}

/** Servers a client may be sent to by one multi-host URL. */
export interface MultiHostParts extends Omit<UrlParts, 'host' | 'port'> {
  readonly hosts: readonly Pick<UrlParts, 'host' | 'port'>[]
  /** `prefer-standby`, `standby`, `primary`, `read-only` need libpq 14; `read-write` and `any` work since 10. */
  readonly targetSessionAttrs: 'any' | 'read-write' | 'read-only' | 'primary' | 'standby' | 'prefer-standby'
}

/** The `postgresql://` URL of one server, each part percent-encoded. Source: PostgreSQL manual, "Connection URIs". */
export function buildUrl(parts: UrlParts): string {
  return `postgresql://${credentials(parts)}${hostInUrl(parts.host)}:${parts.port}/${database(parts)}`
}

/** One URL with several hosts: libpq takes the first that is what `target_session_attrs` asks for. */
export function buildMultiHostUrl(parts: MultiHostParts): string {
  const hosts = parts.hosts.map(({ host, port }) => `${hostInUrl(host)}:${port}`).join(',')
  return `postgresql://${credentials(parts)}${hosts}/${database(parts)}?target_session_attrs=${parts.targetSessionAttrs}`
}

function credentials({ user, password }: Pick<UrlParts, 'user' | 'password'>): string {
  const secret = password === undefined ? '' : `:${encodeUrlPart(password)}`
  return `${encodeUrlPart(user)}${secret}@`
}

/** A socket directory is percent-encoded into the host's place; an IPv6 address gets its brackets. */
export function hostInUrl(host: string): string {
  if (host.includes(':')) return `[${host}]`
  return encodeUrlPart(host)
}

function database({ database }: Pick<UrlParts, 'database'>): string {
  return encodeUrlPart(database ?? 'postgres')
}

/** `encodeURIComponent` leaves `!'()*` alone, which shells and sentences don't. */
export function encodeUrlPart(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

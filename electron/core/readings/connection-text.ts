import { cmdPath, quoteCmd, quoteCmdPath, quoteSh } from '../plan/preview/quoting.ts'
import { encodeUrlPart, hostInUrl, type UrlParts } from './urls.ts'

type Server = Pick<UrlParts, 'host' | 'port'>

/** Whom and what a connection is for; a password only where it is to be shown. */
export interface Login {
  readonly user: string
  readonly database: string
  readonly password?: string
}

/**
 * psql as it is typed: the password never in its arguments, where every account could read it, but by the passfile.
 *
 * For cmd it is two lines, as in a batch file.
 */
export function psqlText(
  { host, port }: Server,
  { user, database }: Login,
  { passfile, platform }: { readonly passfile: string | null; readonly platform: NodeJS.Platform },
): string {
  const args = ['psql', '-h', host, '-p', String(port), '-U', user, '-d', database]
  if (platform === 'win32') {
    const line = args.map((arg) => quoteCmd(arg)).join(' ')
    return passfile === null ? line : `set ${quoteCmdPath(`PGPASSFILE=${cmdPath(passfile)}`)}\n${line}`
  }
  const line = args.map((arg) => quoteSh(arg)).join(' ')
  return passfile === null ? line : `PGPASSFILE=${quoteSh(passfile)} ${line}`
}

/** JDBC knows no socket directories: null where one is named. Source: pgjdbc manual, "Initializing the Driver". */
export function jdbcText(
  servers: readonly Server[],
  { user, database, password }: Login,
  targetServerType?: 'primary' | 'preferSecondary',
): string | null {
  if (servers.some(({ host }) => host.startsWith('/'))) return null
  const places = servers.map(({ host, port }) => `${hostInUrl(host)}:${port}`).join(',')
  const properties = {
    user,
    ...(password === undefined ? {} : { password }),
    ...(targetServerType === undefined ? {} : { targetServerType }),
  }
  const query = Object.entries(properties).map(([name, value]) => `${name}=${encodeUrlPart(value)}`)
  return `jdbc:postgresql://${places}/${encodeUrlPart(database)}?${query.join('&')}`
}

/** Npgsql; several hosts each with their port. Null for several of which one is a socket directory. Source: npgsql.org, "Connection String Parameters". */
export function dotnetText(
  servers: readonly Server[],
  { user, database, password }: Login,
  targetSessionAttributes?: 'primary' | 'prefer-standby',
): string | null {
  const [first, ...others] = servers
  if (first === undefined) return null
  const several = others.length > 0
  if (several && servers.some(({ host }) => host.startsWith('/'))) return null
  const place: readonly (readonly [string, string])[] = several
    ? [['Host', servers.map(({ host, port }) => `${bracketed(host)}:${port}`).join(',')]]
    : [
        ['Host', first.host],
        ['Port', String(first.port)],
      ]
  const pairs: readonly (readonly [string, string])[] = [
    ...place,
    ['Username', user],
    ...(password === undefined ? [] : [['Password', password] as const]),
    ['Database', database],
    ...(targetSessionAttributes === undefined
      ? []
      : [['Target Session Attributes', targetSessionAttributes] as const]),
  ]
  return pairs.map(([name, value]) => `${name}=${quoteDotnet(value)}`).join(';')
}

/** Node's `pg`, as the call that is written in a program. A socket directory is a host to it, too. */
export function nodeText({ host, port }: Server, { user, database, password }: Login): string {
  const fields = {
    host,
    port,
    user,
    ...(password === undefined ? {} : { password }),
    database,
  }
  const written = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `new Client({ ${written.join(', ')} })`
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** A value as .NET's DbConnectionStringBuilder takes it: in quotes, doubled inside, where it is more than plain text. */
function quoteDotnet(value: string): string {
  return /^[^\s;'"=][^;'"=]*$/.test(value) && !/\s$/.test(value) && !/\p{Cc}/u.test(value)
    ? value
    : `"${value.replaceAll('"', '""')}"`
}

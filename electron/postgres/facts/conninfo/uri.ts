import type { ConninfoParams } from './keywords.ts'

const scheme = /^postgres(?:ql)?:\/\//

/** Whether libpq takes the string for a URI. */
export function isConninfoUri(text: string): boolean {
  return scheme.test(text)
}

/**
 * Parameters of a `postgresql://user:password@host:port,…/dbname?keyword=value&…` URI, undefined if libpq would refuse it.
 *
 * Several hosts and their ports become comma lists, as in the keyword form.
 */
export function parseUri(text: string): ConninfoParams | undefined {
  const match = /^postgres(?:ql)?:\/\/(?:([^@/?]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(text)
  if (match === null) return undefined
  const [, userInfo, hostList = '', dbname, query] = match
  const params: Record<string, string> = {}
  const hosts = hostList.split(',').map(splitHost)
  if (hosts.includes(undefined)) return undefined
  try {
    if (userInfo !== undefined) addUser(params, userInfo)
    addIfAny(params, 'host', hosts.map((host) => decode(host?.name ?? '')).join(','))
    addIfAny(params, 'port', hosts.map((host) => host?.port ?? '').join(','))
    addIfAny(params, 'dbname', decode(dbname ?? ''))
    return addQuery(params, query) ? params : undefined
  } catch {
    return undefined
  }
}

function splitHost(text: string): { readonly name: string; readonly port: string } | undefined {
  const match = /^(?:\[([^\]]+)\]|([^:[\]]*))(?::([0-9]*))?$/.exec(text)
  return match === null ? undefined : { name: match[1] ?? match[2] ?? '', port: match[3] ?? '' }
}

function addUser(params: Record<string, string>, userInfo: string): void {
  const colon = userInfo.indexOf(':')
  addIfAny(params, 'user', decode(colon < 0 ? userInfo : userInfo.slice(0, colon)))
  if (colon >= 0) addIfAny(params, 'password', decode(userInfo.slice(colon + 1)))
}

function addQuery(params: Record<string, string>, query: string | undefined): boolean {
  if (query === undefined || query === '') return true
  for (const pair of query.split('&')) {
    const [key, value, ...more] = pair.split('=')
    if (key === undefined || key === '' || value === undefined || more.length > 0) return false
    if (decode(key) === 'ssl' && value === 'true') params['sslmode'] = 'require'
    else params[decode(key)] = decode(value)
  }
  return true
}

function addIfAny(params: Record<string, string>, key: string, value: string): void {
  if (/[^,]/.test(value)) params[key] = value
}

/** Percent signs decoded; throws URIError for a `%` without two hexadecimal digits, and for `%00`. */
function decode(text: string): string {
  const decoded = decodeURIComponent(text)
  if (decoded.includes('\0')) throw new URIError('NUL in a URI')
  return decoded
}

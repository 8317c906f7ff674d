import type { Major } from '../../../../shared/model/instance-target.ts'
import { networkOf, parseIp, type HbaAddress } from './address.ts'
import { isKeyword, type HbaField, type HbaToken } from './tokens.ts'

export const hbaTypes = ['local', 'host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'] as const
export type HbaType = (typeof hbaTypes)[number]

/** One rule of pg_hba.conf. `address` is null for `local`. */
export interface HbaRule {
  readonly type: HbaType
  readonly databases: HbaField
  readonly users: HbaField
  readonly address: HbaAddress | null
  readonly method: string
  /** Sorted, as `name=value`. */
  readonly options: readonly string[]
}

/** Why a line is no rule; the server refuses the whole file for it. */
export interface HbaLineProblem {
  readonly problem: string
}

const methods =
  'trust reject md5 password scram-sha-256 gss sspi ident peer pam bsd ldap radius cert oauth'.split(' ')

/** The rule that a line's columns make (parse_hba_line in hba.c). */
export function parseHbaRule(fields: readonly HbaField[], major: Major): HbaRule | HbaLineProblem {
  const [typeField, databases, users, ...rest] = fields
  const type = hbaTypes.find((known) => known === typeField?.[0]?.value)
  if (type === undefined || typeField?.length !== 1) return { problem: 'unknown connection type' }
  if (type.endsWith('gssenc') && major < 12) return { problem: `${type} came with 12` }
  if (databases === undefined) return { problem: 'no database' }
  if (users === undefined) return { problem: 'no role' }
  const located = type === 'local' ? { address: null, used: 0 } : parseAddress(rest)
  if ('problem' in located) return located
  const [method, ...options] = rest.slice(located.used)
  const word = single(method)
  if (word === undefined) return { problem: 'no authentication method' }
  const name = word.value
  if (!methods.includes(name)) return { problem: `unknown authentication method ${name}` }
  if (name === 'scram-sha-256' && major < 10) return { problem: 'scram-sha-256 came with 10' }
  if (name === 'peer' && type !== 'local') return { problem: 'peer is for local connections only' }
  const words = options.flat().map(({ value }) => value)
  const odd = words.find((option) => !option.includes('='))
  if (odd !== undefined) return { problem: `option ${odd} is not name=value` }
  // As hba.c does it: there is no identd to ask about a local connection.
  const effective = type === 'local' && name === 'ident' ? 'peer' : name
  const rule = {
    type,
    databases,
    users,
    address: located.address,
    method: effective,
    options: words.toSorted(),
  }
  const problem = checkOptions(rule)
  return problem === undefined ? rule : { problem }
}

const mapMethods = new Set(['ident', 'peer', 'gss', 'sspi', 'cert', 'oauth'])

/** The server's own checks that people meet most: what needs TLS, and where `map` means something. */
function checkOptions({ type, method, options }: HbaRule): string | undefined {
  if (method === 'cert' && type !== 'hostssl') return 'cert is for hostssl only'
  if (type !== 'hostssl' && options.some((option) => option.startsWith('clientcert=')))
    return 'clientcert is for hostssl only'
  if (!mapMethods.has(method) && options.some((option) => option.startsWith('map=')))
    return `${method} takes no map`
  return undefined
}

type Located = { readonly address: HbaAddress; readonly used: number } | HbaLineProblem

function parseAddress(rest: readonly HbaField[]): Located {
  const word = single(rest[0])
  if (word === undefined) return { problem: 'no address' }
  for (const kind of ['all', 'samehost', 'samenet'] as const)
    if (isKeyword(word, kind)) return { address: { kind }, used: 1 }
  const [ip = '', prefix] = word.value.split('/', 2)
  if (parseIp(ip) === undefined) {
    if (prefix !== undefined) return { problem: `a host name takes no mask: ${word.value}` }
    return { address: { kind: 'hostname', name: word.value }, used: 1 }
  }
  const mask = prefix ?? single(rest[1])?.value
  const network = mask === undefined ? undefined : networkOf(ip, mask)
  if (network === undefined) return { problem: `wrong or missing mask for ${ip}` }
  return { address: { kind: 'network', network }, used: prefix === undefined ? 2 : 1 }
}

function single(field: HbaField | undefined): HbaToken | undefined {
  return field?.length === 1 ? field[0] : undefined
}

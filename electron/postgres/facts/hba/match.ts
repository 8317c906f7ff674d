import { isLoopback, networkCovers, parseIp, type HbaAddress, type Network } from './address.ts'
import type { HbaFile, HbaLine } from './hba-file.ts'
import type { HbaRule, HbaType } from './rule.ts'
import { isKeyword, type HbaToken } from './tokens.ts'

/** A connection as the server sees it: `host` is TCP without encryption, `hostssl` and `hostgssenc` with it. */
export interface HbaConnection {
  readonly type: 'local' | 'host' | 'hostssl' | 'hostgssenc'
  /** A database's name, or null for a physical replication connection, which `all` does not match. */
  readonly database: string | null
  readonly user: string
  /** A numeric address; needed for all but `local`. */
  readonly address?: string
  /** Roles that the user is a member of, for `+role` and `samerole`. */
  readonly roles?: readonly string[]
}

/** The rule that decides, and whether a file that was not read comes before it and could decide instead. */
export interface HbaMatch {
  readonly rule: HbaRule
  readonly line: number
  readonly uncertain: boolean
}

/**
 * The first rule that matches, as check_hba in hba.c finds it; undefined: the server refuses the connection.
 *
 * Without name service: a host name matches only as `localhost`, samehost and samenet match only this machine's loopback addresses.
 */
export function matchHba(file: HbaFile, connection: HbaConnection): HbaMatch | undefined {
  let uncertain = false
  for (const line of file.lines) {
    if (isOpenQuestion(line)) uncertain = true
    if (line.kind !== 'rule' || !matchesRule(line.rule, connection, file.major >= 16)) continue
    return { rule: line.rule, line: line.line, uncertain }
  }
  return undefined
}

function isOpenQuestion(line: HbaLine): boolean {
  if (line.kind === 'include') return true
  return line.kind === 'rule' && [...line.rule.databases, ...line.rule.users].some(isFileToken)
}

/** `@file`: the names stand in that file. */
export function isFileToken(token: HbaToken): boolean {
  return !token.quoted && token.value.length > 1 && token.value.startsWith('@')
}

/** Which types of rule a connection fits. */
export function typesFor(type: HbaConnection['type']): readonly HbaType[] {
  if (type === 'local') return ['local']
  if (type === 'host') return ['host', 'hostnossl', 'hostnogssenc']
  if (type === 'hostssl') return ['host', 'hostssl', 'hostnogssenc']
  return ['host', 'hostnossl', 'hostgssenc']
}

function matchesRule(rule: HbaRule, connection: HbaConnection, patterns: boolean): boolean {
  return (
    typesFor(connection.type).includes(rule.type) &&
    rule.databases.some((token) => matchesDatabase(token, connection, patterns)) &&
    rule.users.some((token) => matchesUser(token, connection, patterns)) &&
    (rule.address === null || matchesAddress(rule.address, connection.address ?? ''))
  )
}

function matchesDatabase(token: HbaToken, connection: HbaConnection, patterns: boolean): boolean {
  const { database, user, roles = [] } = connection
  if (database === null) return isKeyword(token, 'replication')
  if (isFileToken(token) || isKeyword(token, 'replication')) return false
  if (isKeyword(token, 'all')) return true
  if (isKeyword(token, 'sameuser')) return database === user
  if (isKeyword(token, 'samegroup') || isKeyword(token, 'samerole'))
    return database === user || roles.includes(database)
  return matchesName(token.value, database, patterns)
}

function matchesUser(token: HbaToken, { user, roles = [] }: HbaConnection, patterns: boolean): boolean {
  if (isFileToken(token)) return false
  if (!token.quoted && token.value.startsWith('+')) {
    const role = token.value.slice(1)
    return role === user || roles.includes(role)
  }
  return isKeyword(token, 'all') || matchesName(token.value, user, patterns)
}

/** PostgreSQL's patterns are close to JavaScript's; one that JavaScript cannot read matches nothing here. */
function matchesName(value: string, name: string, patterns: boolean): boolean {
  if (!patterns || !value.startsWith('/')) return value === name
  try {
    return new RegExp(value.slice(1), 'u').test(name)
  } catch {
    return false
  }
}

function matchesAddress(address: HbaAddress, text: string): boolean {
  const ip = parseIp(text)
  if (ip === undefined) return false
  return addressCovers(address, { ...ip, prefix: ip.bits })
}

/** True if the address column lets in every address of the network. */
export function addressCovers(address: HbaAddress, network: Network): boolean {
  if (address.kind === 'all') return true
  if (address.kind === 'network') return networkCovers(address.network, network)
  if (address.kind === 'hostname' && address.name !== 'localhost') return false
  return isLoopback(network)
}

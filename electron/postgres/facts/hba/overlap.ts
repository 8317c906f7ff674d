import { isLoopback, networkCovers, type HbaAddress } from './address.ts'
import { addressCovers, typesFor } from './match.ts'
import type { HbaRule } from './rule.ts'
import { isKeyword, type HbaField, type HbaToken } from './tokens.ts'

const connections = ['local', 'host', 'hostssl', 'hostgssenc'] as const

/** True if some connection could match both rules. What cannot be known (patterns, groups, files, host names) counts as yes. */
export function rulesOverlap(one: HbaRule, other: HbaRule): boolean {
  return (
    connections.some((type) => typesFor(type).includes(one.type) && typesFor(type).includes(other.type)) &&
    one.databases.some((a) => other.databases.some((b) => databasesOverlap(a, b))) &&
    one.users.some((a) => other.users.some((b) => usersOverlap(a, b))) &&
    (one.address === null || other.address === null || addressesOverlap(one.address, other.address))
  )
}

/** True if every connection that matches `inner` certainly matches `outer`. */
export function ruleCovers(outer: HbaRule, inner: HbaRule): boolean {
  return (
    connections.every(
      (type) => !typesFor(type).includes(inner.type) || typesFor(type).includes(outer.type),
    ) &&
    coversField(outer.databases, inner.databases, (token) => !isKeyword(token, 'replication')) &&
    coversField(outer.users, inner.users, () => true) &&
    (outer.address === null || inner.address === null || addressIncludes(outer.address, inner.address))
  )
}

function coversField(outer: HbaField, inner: HbaField, inAll: (token: HbaToken) => boolean): boolean {
  return inner.every((token) =>
    outer.some((cover) => sameToken(cover, token) || (isKeyword(cover, 'all') && inAll(token))),
  )
}

function sameToken(one: HbaToken, other: HbaToken): boolean {
  return one.value === other.value && (one.quoted === other.quoted || isPlainName(one.value))
}

function isPlainName(value: string): boolean {
  return !/^(all|sameuser|samegroup|samerole|replication)$|^[+@/]/.test(value)
}

function isName(token: HbaToken): boolean {
  return isPlainName(token.value) || (token.quoted && !token.value.startsWith('/'))
}

function databasesOverlap(one: HbaToken, other: HbaToken): boolean {
  const oneIsReplication = isKeyword(one, 'replication')
  const otherIsReplication = isKeyword(other, 'replication')
  if (oneIsReplication || otherIsReplication) {
    const rest = oneIsReplication ? other : one
    return oneIsReplication === otherIsReplication || (!rest.quoted && rest.value.startsWith('@'))
  }
  return isName(one) && isName(other) ? one.value === other.value : true
}

function usersOverlap(one: HbaToken, other: HbaToken): boolean {
  return isName(one) && isName(other) ? one.value === other.value : true
}

function addressesOverlap(one: HbaAddress, other: HbaAddress): boolean {
  if (one.kind !== 'network' || other.kind !== 'network') return true
  return networkCovers(one.network, other.network) || networkCovers(other.network, one.network)
}

function addressIncludes(outer: HbaAddress, inner: HbaAddress): boolean {
  if (outer.kind === 'all') return true
  if (inner.kind === 'network')
    return outer.kind === 'network' || isLoopback(inner.network) ? addressCovers(outer, inner.network) : false
  if (inner.kind === 'hostname') return outer.kind === 'hostname' && outer.name === inner.name
  return outer.kind === inner.kind
}

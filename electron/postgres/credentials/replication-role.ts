import { quoteIdentifier, quoteLiteral } from '../connection/quote.ts'
import type { Session } from '../connection/connect.ts'

/** What a server holds about a role, as far as standbys need it. */
export interface RoleState {
  readonly replication: boolean
  readonly login: boolean
  /** -1: no limit. */
  readonly connectionLimit: number
  /** The stored verifier; null for no password. Secret-like: never into journals that others may read. */
  readonly verifier: string | null
}

/** A verifier that takes the place of a standing role's; null for no password. */
export interface VerifierChange {
  readonly from: string | null
  readonly to: string
}

export interface RoleWanted {
  readonly role: string
  /** -1: no limit. */
  readonly connectionLimit: number
  /** A SCRAM verifier; null leaves the password as it is. */
  readonly verifier: string | null
}

/** Reads a role as it stands; null when there is none. Needs a superuser, who alone may read pg_authid. */
export const readRole = async (session: Session, role: string): Promise<RoleState | null> => {
  const [row] = await session.query(
    `select rolreplication, rolcanlogin, rolconnlimit, rolpassword from pg_catalog.pg_authid where rolname = $1`,
    [role],
  )
  if (row === undefined) return null
  return {
    replication: row['rolreplication'] === 't',
    login: row['rolcanlogin'] === 't',
    connectionLimit: Number(row['rolconnlimit']),
    verifier: row['rolpassword'] ?? null,
  }
}

const passwordClause = (verifier: string | null) =>
  verifier === null ? '' : ` PASSWORD ${quoteLiteral(verifier)}`

/**
 * The statement that makes the role that standbys connect as, or gives a standing one what it lacks; null when nothing is.
 *
 * A standing role's own connection limit and other attributes are left alone. No password is ever in it, only the verifier.
 */
export const buildEnsureRole = (wanted: RoleWanted, before: RoleState | null): string | null => {
  const name = quoteIdentifier(wanted.role)
  const { verifier } = wanted
  if (before === null)
    return `CREATE ROLE ${name} REPLICATION LOGIN CONNECTION LIMIT ${wanted.connectionLimit}${passwordClause(verifier)}`
  const changesPassword = verifier !== null && verifier !== before.verifier
  const lacks = [...(before.replication ? [] : [' REPLICATION']), ...(before.login ? [] : [' LOGIN'])]
  if (lacks.length === 0 && !changesPassword) return null
  return `ALTER ROLE ${name}${lacks.join('')}${changesPassword ? passwordClause(verifier) : ''}`
}

/**
 * The statement that takes back what was ensured, and nothing else: a password changed since stays, and so does a connection
 * limit. Null when nothing is left to take back; may be repeated.
 */
export const buildRestoreRole = (
  role: string,
  before: Pick<RoleState, 'replication' | 'login'> | null,
  now: RoleState | null,
  changed: VerifierChange | null = null,
): string | null => {
  const name = quoteIdentifier(role)
  if (now === null) return null
  if (before === null) return `DROP ROLE IF EXISTS ${name}`
  const clauses = [
    ...(now.replication && !before.replication ? [' NOREPLICATION'] : []),
    ...(now.login && !before.login ? [' NOLOGIN'] : []),
    ...(changed !== null && now.verifier === changed.to
      ? [changed.from === null ? ' PASSWORD NULL' : passwordClause(changed.from)]
      : []),
  ]
  return clauses.length === 0 ? null : `ALTER ROLE ${name}${clauses.join('')}`
}

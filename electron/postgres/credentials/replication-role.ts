import { quoteIdentifier, quoteLiteral } from '../connection/quote.ts'
import type { Session } from '../connection/connect.ts'

/** What the server held about a role; enough to put it back as it was. */
export interface RoleBefore {
  readonly replication: boolean
  readonly login: boolean
  /** -1: no limit. */
  readonly connectionLimit: number
  /** The stored verifier; null for no password. Secret-like: never into journals that others may read. */
  readonly verifier: string | null
}

export interface RoleWanted {
  readonly role: string
  /** -1: no limit. */
  readonly connectionLimit: number
  /** A SCRAM verifier; null leaves the password as it is. */
  readonly verifier: string | null
}

/** Reads a role as it stands; null when there is none. Needs a superuser, who alone may read pg_authid. */
export const readRole = async (session: Session, role: string): Promise<RoleBefore | null> => {
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
export const buildEnsureRole = (wanted: RoleWanted, before: RoleBefore | null): string | null => {
  const name = quoteIdentifier(wanted.role)
  const { verifier } = wanted
  if (before === null)
    return `CREATE ROLE ${name} REPLICATION LOGIN CONNECTION LIMIT ${wanted.connectionLimit}${passwordClause(verifier)}`
  const changesPassword = verifier !== null && verifier !== before.verifier
  const lacks = [...(before.replication ? [] : [' REPLICATION']), ...(before.login ? [] : [' LOGIN'])]
  if (lacks.length === 0 && !changesPassword) return null
  return `ALTER ROLE ${name}${lacks.join('')}${changesPassword ? passwordClause(verifier) : ''}`
}

/** The statement that puts a role back as it was; may be repeated. */
export const buildRestoreRole = (role: string, before: RoleBefore | null): string => {
  const name = quoteIdentifier(role)
  if (before === null) return `DROP ROLE IF EXISTS ${name}`
  const attributes = `${before.replication ? 'REPLICATION' : 'NOREPLICATION'} ${before.login ? 'LOGIN' : 'NOLOGIN'}`
  const password = before.verifier === null ? 'NULL' : quoteLiteral(before.verifier)
  return `ALTER ROLE ${name} ${attributes} CONNECTION LIMIT ${before.connectionLimit} PASSWORD ${password}`
}

/** Ensures the role and returns how it stood before, for the undo. */
export const ensureReplicationRole = async (
  session: Session,
  wanted: RoleWanted,
): Promise<RoleBefore | null> => {
  const before = await readRole(session, wanted.role)
  const statement = buildEnsureRole(wanted, before)
  if (statement !== null) await session.simple(statement)
  return before
}

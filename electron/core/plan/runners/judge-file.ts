import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { redactSecrets } from '../../../postgres/facts/redact-secrets.ts'

/**
 * What the running server makes of its postgresql.conf as it is now (pg_file_settings, 9.5 and newer, superuser).
 *
 * A line because of which the server would apply nothing counts in any file, a value that it does not take only in this
 * one. A value that waits for a restart looks the same in that view; the same session's pg_settings, asked after it, tells
 * the two apart. Throws `conf-line-rejected`.
 */
export async function judgeSettings(session: Session, file: string): Promise<void> {
  const rows = await session.query(
    `select f.sourcefile as file, f.sourceline::text as line, f.name, f.setting, f.error,
       f.sourcefile = pg_catalog.current_setting('config_file') as own,
       exists (select from pg_catalog.pg_settings s where pg_catalog.lower(s.name) = pg_catalog.lower(f.name)) as known
     from pg_catalog.pg_file_settings f where f.error is not null order by f.seqno`,
  )
  if (rows.length === 0) return
  const pending = await session.query(
    `select pg_catalog.lower(name) as name from pg_catalog.pg_settings where pending_restart`,
  )
  const waiting = new Set(pending.map(({ name }) => name))
  const bad = rows.find(
    ({ name, own, known }) =>
      !waiting.has(name?.toLowerCase() ?? '') && (own === 't' || name === null || known !== 't'),
  )
  if (bad === undefined) return
  const { name = null, setting = null, error, line } = bad
  const told = name === null ? '' : redactSecrets(`${name} = '${setting ?? ''}'`)
  throw new PgTandemError('conf-line-rejected', {
    file: bad['file'] ?? file,
    line: line ?? '?',
    reason: told === '' ? (error ?? '') : `${told}: ${error ?? ''}`,
  })
}

/** What the running server makes of its pg_hba.conf as it is now (pg_hba_file_rules, 10 and newer). Throws `hba-rejected`. */
export async function judgeHba(session: Session, file: string): Promise<void> {
  const [bad] = await session.query(
    `select pg_catalog.to_jsonb(r) ->> 'file_name' as file, line_number::text as line, error
     from pg_catalog.pg_hba_file_rules r where error is not null order by line_number limit 1`,
  )
  if (bad === undefined) return
  throw new PgTandemError('hba-rejected', {
    file: bad['file'] ?? file,
    line: bad['line'] ?? '?',
    reason: redactSecrets(bad['error'] ?? ''),
  })
}

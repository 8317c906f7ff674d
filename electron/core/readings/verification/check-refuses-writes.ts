import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { failed, passed, type CheckResult } from './check.ts'

const READ_ONLY_TRANSACTION = '25006'

/** The standby refuses a write by SQLSTATE 25006. Should it accept it, the write is rolled back. */
export async function checkRefusesWrites(session: Session, standby: string): Promise<CheckResult> {
  try {
    await session.query('begin')
    await session.query('create schema pgtandem_verify_refused')
    return failed({ key: 'verification.write-accepted', params: { standby } })
  } catch (error) {
    if (!(error instanceof PgTandemError)) throw error
    const sqlstate = error.details.sqlstate ?? '?'
    const message = String(error.params['message'] ?? error.message)
    return sqlstate === READ_ONLY_TRANSACTION
      ? passed({ key: 'verification.write-refused', params: { standby, message, sqlstate } })
      : failed({ key: 'verification.write-failed-otherwise', params: { standby, message } })
  } finally {
    await session.query('rollback').catch(() => undefined)
  }
}

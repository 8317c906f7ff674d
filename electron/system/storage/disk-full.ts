import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'

/** Whether a file was not written because the disk, or the account's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof PgTandemError && /^(ENOSPC|EDQUOT)$/.test(String(error.params['reason'] ?? ''))

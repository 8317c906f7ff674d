import { readAccountName } from '../../system/platform/accounts.ts'

/** The account of that uid, when it is not the one this program runs as; null when it is, and on Windows, which has no uids. */
export async function readForeignOwner(uid: number): Promise<string | null> {
  const own = process.getuid?.()
  return own === undefined || own === uid ? null : readAccountName(uid)
}

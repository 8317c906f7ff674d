import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Account, readGroups } from './accounts.ts'
import { homeFailure } from './home.ts'
import { copyWhereReachable, openToAll } from './reach.ts'

/**
 * Does `work` with the rights of an account, and becomes root again. For what root does in a folder of that account's: a
 * link that was laid there leads root to no place that the account could not change itself.
 */
export const asAccount = async <T>(account: Account, work: () => Promise<T>): Promise<T> => {
  const { uid, gid } = account
  const theirs = await readGroups(account)
  const groups = process.getgroups?.() ?? []
  const own = process.getegid?.() ?? 0
  process.setgroups?.([...theirs])
  process.setegid?.(gid)
  process.seteuid?.(uid)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(own)
    process.setgroups?.(groups)
  }
}

/** Where every account may pass, and nobody may change what belongs to another. */
const PASSAGE = '/var/tmp'

/** `copyWhereReachable` of what only root can read: root lays a copy out, and the account takes it into its home.
 *
 * Throws the home codes where the account may not write there.
 */
export const copyForAccount = async (
  directory: string,
  account: Account,
  place: { readonly home: string; readonly key: string },
): ReturnType<typeof copyWhereReachable> => {
  const passage = await mkdtemp(path.join(PASSAGE, 'pgtandem-programs-'))
  try {
    const laidOut = path.join(passage, 'programs')
    await cp(directory, laidOut, { recursive: true, verbatimSymlinks: true })
    await openToAll(passage)
    const take = (): ReturnType<typeof copyWhereReachable> =>
      copyWhereReachable(laidOut, place.home, place.key)
    return await asAccount(account, take).catch((error: unknown) => {
      throw homeFailure(place.home, error)
    })
  } finally {
    await rm(passage, { recursive: true, force: true })
  }
}

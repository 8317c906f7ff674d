import type { Major } from '../../../shared/model/instance-target.ts'
import type { CopyTreeOptions } from '../../system/storage/copy-tree.ts'
import { isCopiedLast, isExcludedFromCopy, unloggedForks } from '../facts/backup-exclusions.ts'

type Filter = NonNullable<CopyTreeOptions['filter']>

/**
 * Decides for `copyTree` what of a data directory goes into a copy (9.6 and later); pg_control is left to be copied last.
 *
 * For a tablespace's folder `oid` says which one, and `versionDirectory` the one subfolder in it that is this cluster's.
 */
export const buildCopyFilter = (
  major: Major,
  tablespace?: { readonly oid: number; readonly versionDirectory: string },
): Filter => {
  const unlogged = new WeakMap<readonly string[], ReadonlySet<string>>()
  const isUnlogged = (name: string, siblings: readonly string[]) => {
    let names = unlogged.get(siblings)
    if (names === undefined) {
      names = unloggedForks(siblings)
      unlogged.set(siblings, names)
    }
    return names.has(name)
  }
  return (relativePath, isDirectory, siblings) => {
    if (tablespace !== undefined && relativePath.split('/', 1)[0] !== tablespace.versionDirectory)
      return 'skip'
    const asked = tablespace === undefined ? relativePath : `pg_tblspc/${tablespace.oid}/${relativePath}`
    const decision = isExcludedFromCopy(asked, isDirectory, { major, exclusive: false })
    if (decision !== 'copy' || isDirectory) return decision
    if (isCopiedLast(asked)) return 'skip'
    return isUnlogged(relativePath.slice(relativePath.lastIndexOf('/') + 1), siblings) ? 'skip' : 'copy'
  }
}

import type { Major } from '../../../shared/model/instance-target.ts'

/** What a low-level copy does with one entry; `keep-empty`: make the directory, leave out what is in it. */
export type CopyDecision = 'skip' | 'keep-empty' | 'copy'

/** Which copy it is: `exclusive` (9.3 to 9.5) keeps the backup_label and tablespace_map that the server wrote. */
export interface CopyKind {
  readonly major: Major
  readonly exclusive: boolean
}

const emptied = new Set([
  'pg_wal',
  'pg_xlog',
  'pg_replslot',
  'pg_stat_tmp',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_subtrans',
  'pg_log',
  'log',
])

const neverCopied = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'postgresql.auto.conf.tmp',
  'current_logfiles',
  'current_logfiles.tmp',
  'backup_manifest',
  'backup_label.old',
  'tablespace_map.old',
  'recovery.conf',
  'recovery.done',
  'standby.signal',
  'recovery.signal',
  'promote',
  'fast_promote',
])

const temporaryRelation = /^t\d+_\d+(_(fsm|vm))?(\.\d+)?$/
const relationDirectory = /^(base|pg_tblspc\/\d+\/[^/]+)\/\d+$/

/**
 * Whether a file or directory of a running server's data directory belongs into a copy of it.
 *
 * `relativePath` is relative to the data directory, with `/` or `\`; a tablespace's files are asked for as `pg_tblspc/OID/…`.
 * Unlogged relations need their neighbours' names: `unloggedForks`. Source: sendDir and its exclusion lists in backend/backup/basebackup.c.
 */
export function isExcludedFromCopy(relativePath: string, isDirectory: boolean, kind: CopyKind): CopyDecision {
  const parts = relativePath.split(/[/\\]/).filter((part) => part !== '' && part !== '.')
  const [first = '', ...deeper] = parts
  const name = parts.at(-1) ?? ''
  if (emptied.has(first)) return deeper.length > 0 || !isDirectory ? 'skip' : 'keep-empty'
  if (name.startsWith('pgsql_tmp')) return 'skip'
  if (isDirectory) return 'copy'
  if (name.startsWith('pg_internal.init') || name === '.DS_Store') return 'skip'
  if (deeper.length === 0) {
    if (neverCopied.has(name)) return 'skip'
    if (!kind.exclusive && (name === 'backup_label' || name === 'tablespace_map')) return 'skip'
  }
  if (relationDirectory.test(parts.slice(0, -1).join('/')) && temporaryRelation.test(name)) return 'skip'
  return 'copy'
}

/** Directories, parents first, that have to stand empty in the copy though a filter skips what would make them. */
export function emptyDirectories(major: Major): readonly string[] {
  const wal = major >= 10 ? 'pg_wal' : 'pg_xlog'
  return [
    wal,
    `${wal}/archive_status`,
    ...(major >= 17 ? [`${wal}/summaries`] : []),
    ...(major >= 9.4 ? ['pg_dynshmem', 'pg_replslot'] : []),
    'pg_notify',
    'pg_serial',
    'pg_snapshots',
    'pg_stat_tmp',
    'pg_subtrans',
  ]
}

/** True for pg_control: copied after everything else, since it says where recovery has to begin. */
export function isCopiedLast(relativePath: string): boolean {
  return relativePath.replaceAll('\\', '/') === 'global/pg_control'
}

const fork = /^(\d+)(?:_(init|fsm|vm))?(?:\.\d+)?$/

/**
 * The files of one database directory that hold unlogged data, which a standby makes anew from the `_init` fork.
 *
 * Every fork and segment of a relation that has an `_init` fork, except that fork. basebackup leaves them out from 11 on; safe before.
 */
export function unloggedForks(fileNames: readonly string[]): ReadonlySet<string> {
  const parsed = fileNames.map((name) => ({ name, match: fork.exec(name) }))
  const unlogged = new Set(parsed.filter(({ match }) => match?.[2] === 'init').map(({ match }) => match?.[1]))
  return new Set(
    parsed
      .filter(({ match }) => match !== null && match[2] !== 'init' && unlogged.has(match[1]))
      .map(({ name }) => name),
  )
}

/** One tablespace: the name of its link in pg_tblspc (its oid) and the directory that it points to. */
export interface TablespaceLink {
  readonly oid: string
  readonly location: string
}

/**
 * The text of a tablespace_map, from which the server makes the links in pg_tblspc when it first starts on a copy (9.5 and later).
 *
 * Line ends and backslashes in a location are escaped by a backslash, as do_pg_backup_start in xlog.c does. LF only.
 */
export function printTablespaceMap(links: readonly TablespaceLink[]): string {
  return links.map(({ oid, location }) => `${oid} ${location.replace(/[\n\r\\]/g, '\\$&')}\n`).join('')
}

/** The links that a tablespace_map names: what pg_backup_stop returned, or what an exclusive backup left. `damaged` names the first bad line. */
export function parseTablespaceMap(text: string): readonly TablespaceLink[] | { readonly damaged: string } {
  const links: TablespaceLink[] = []
  for (const [line] of text.matchAll(/(?:\\[^]|[^\\\n\r])+/g)) {
    const match = /^(\d+) ([^]+)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) return { damaged: line }
    links.push({ oid: match[1], location: match[2].replace(/\\([^])/g, '$1') })
  }
  return links
}

/**
 * The directory a link of pg_tblspc points to, as PostgreSQL shows it; null for one that points back into the data directory.
 *
 * Takes what readlink returned: a Windows junction comes as `\??\D:\dir\`. In-place tablespaces (15 and later) are plain directories, or links to `pg_tblspc/OID`.
 */
export function tablespaceLocation(linkTarget: string): string | null {
  const target = linkTarget.replace(/^\\(?:\\\?|\?\?)\\/, '')
  if (/^(?:\.[/\\])?pg_tblspc[/\\]/.test(target)) return null
  return /^[A-Za-z]:[/\\]$|^\/$/.test(target) ? target : target.replace(/[/\\]+$/, '')
}

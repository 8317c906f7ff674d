import { readdir, readlink, realpath } from 'node:fs/promises'
import path from 'node:path'
import { tablespaceLocation } from '../facts/tablespace-map.ts'

/** A tablespace whose files lie outside the data directory. */
export interface Tablespace {
  readonly oid: number
  /** As PostgreSQL shows it (pg_tablespace_location). */
  readonly location: string
  /** With every link on the way resolved; null when the folder is gone. */
  readonly realPath: string | null
}

/** Where a tablespace's copy goes: `from` is its folder, `to` one of the copy's own. */
export interface TablespaceMapping {
  readonly oid: number
  readonly from: string
  readonly to: string
}

/** The tablespaces that a data directory links to (symbolic links, or junctions on Windows); in-place ones are not among them. */
export const readTablespaces = async (dataDir: string): Promise<readonly Tablespace[]> => {
  const links = path.join(dataDir, 'pg_tblspc')
  const found: Tablespace[] = []
  for (const entry of await readdir(links, { withFileTypes: true })) {
    if (!entry.isSymbolicLink() || !/^\d+$/.test(entry.name)) continue
    const link = path.join(links, entry.name)
    const location = tablespaceLocation(await readlink(link))
    if (location === null) continue
    found.push({ oid: Number(entry.name), location, realPath: await realpath(link).catch(() => null) })
  }
  return found.sort((one, other) => one.oid - other.oid)
}

/** One folder that several data directories use as a tablespace. */
export interface SharedTablespace {
  readonly realPath: string
  readonly users: readonly { readonly dataDir: string; readonly oid: number }[]
}

/**
 * Finds folders that are a tablespace of more than one of these data directories: corruption (facts, A5).
 *
 * Give data directories of one major version: other versions keep to a subfolder of their own (`PG_15_202209061`).
 */
export const readSharedTablespaces = async (
  dataDirs: readonly string[],
): Promise<readonly SharedTablespace[]> => {
  const users = new Map<string, { dataDir: string; oid: number }[]>()
  for (const dataDir of dataDirs)
    for (const { oid, realPath } of await readTablespaces(dataDir))
      if (realPath !== null) users.set(realPath, [...(users.get(realPath) ?? []), { dataDir, oid }])
  return [...users]
    .filter(([, list]) => new Set(list.map((user) => user.dataDir)).size > 1)
    .map(([realPath, list]) => ({ realPath, users: list }))
}

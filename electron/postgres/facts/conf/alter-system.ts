import type { Major } from '../../../../shared/model/instance-target.ts'
import { lowerAscii } from './conf-line.ts'

/** How a list is cut: names end at a blank and are made lower case, paths keep their blanks and their case. */
type ListKind = 'names' | 'paths'

/** Lists of which ALTER SYSTEM quotes each element (GUC_LIST_QUOTE), and since when; found by trying every setting of 10 to 18. */
const quotedLists: Readonly<Record<string, readonly [since: Major, kind: ListKind]>> = {
  local_preload_libraries: [9.3, 'paths'],
  oauth_validator_libraries: [18, 'paths'],
  search_path: [9.3, 'names'],
  session_preload_libraries: [9.4, 'paths'],
  shared_preload_libraries: [9.3, 'paths'],
  temp_tablespaces: [9.3, 'names'],
  unix_socket_directories: [14, 'paths'],
}

/**
 * The constants that stand for a value in ALTER SYSTEM: one; for a list of quoted elements one each, as a single constant
 * would be stored as a single element with commas in it.
 *
 * Empty where no statement gives the value: such a list in wrong syntax, or without elements (an empty constant is stored as an
 * element without a name, and no library or folder is called so).
 */
export function alterSystemConstants(name: string, value: string, major: Major): readonly string[] {
  const [since, kind] = quotedLists[lowerAscii(name)] ?? [Infinity, 'names']
  return major >= since ? splitList(value, kind) : [value]
}

/** Whether postgresql.auto.conf holds what ALTER SYSTEM was given: it may have quoted a list's elements anew. null: not set. */
export function isSameToAlterSystem(
  name: string,
  values: readonly [stored: string | null, given: string | null],
  major: Major,
): boolean {
  const [stored, given] = values.map((value) =>
    value === null ? value : alterSystemConstants(name, value, major),
  )
  return JSON.stringify(stored) === JSON.stringify(given)
}

const elements: Readonly<Record<ListKind, RegExp>> = {
  names: /\s*(?:"((?:[^"]|"")*)"|([^\s",][^\s,]*))\s*(,|$)/y,
  paths: /\s*(?:"((?:[^"]|"")*)"|([^\s",][^,]*?))\s*(,|$)/y,
}

/** As SplitIdentifierString and SplitDirectoriesString (varlena.c) do; empty where the syntax is wrong. */
function splitList(text: string, kind: ListKind): readonly string[] {
  const found: string[] = []
  const element = new RegExp(elements[kind])
  for (;;) {
    const match = element.exec(text)
    if (match === null) return []
    const [, quoted, bare = '', end] = match
    const unquoted = kind === 'names' ? lowerAscii(bare) : bare
    found.push(quoted?.replaceAll('""', '"') ?? unquoted)
    if (end === '') return found
  }
}

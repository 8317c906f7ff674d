import path from 'node:path'
import type { Major } from '../../../../shared/model/instance-target.ts'
import { includedNames } from '../conf/included-names.ts'
import { joinHbaLines, parseHba, type HbaFile, type HbaLine } from './hba-file.ts'
import { isFileToken } from './match.ts'
import { tokenizeHbaLine, type HbaField, type HbaToken } from './tokens.ts'

/** How the files that pg_hba.conf names are reached; the caller reads them. */
export interface HbaFiles {
  /** A file's text, undefined if it cannot be read. */
  readonly read: (path: string) => string | undefined
  /** Names of the files (not folders) in a folder, undefined if it cannot be read. */
  readonly list: (dir: string) => readonly string[] | undefined
}

interface Place {
  readonly files: HbaFiles
  readonly major: Major
  /** The files that led here, the one being read last. */
  readonly above: readonly string[]
}

/** As the server's CONF_FILE_MAX_DEPTH. */
const maxDepth = 10

/**
 * The rules of a pg_hba.conf in the order in which the server tries them: what it includes (from 16) and the names of
 * `@file` lists stand in their places. Relative paths count from the folder of the file that names them.
 *
 * What cannot be read stays as the line or word that names it, an open question to `matchHba`. The text of the file cannot
 * be had back from the result, and the line numbers of rules are those of their own files.
 */
export function expandHba(file: string, text: string, major: Major, files: HbaFiles): HbaFile {
  return { major, lines: readLines(text, { files, major, above: [file] }) }
}

function readLines(text: string, place: Place): HbaLine[] {
  return parseHba(text, place.major).lines.flatMap((line): readonly HbaLine[] => {
    if (line.kind === 'include') return readIncluded(line, place) ?? [line]
    if (line.kind !== 'rule') return [line]
    const { databases, users } = line.rule
    const rule = {
      ...line.rule,
      databases: expandField(databases, place),
      users: expandField(users, place),
    }
    return [{ ...line, rule }]
  })
}

function readIncluded(
  { directive, path: named }: HbaLine & { readonly kind: 'include' },
  place: Place,
): readonly HbaLine[] | undefined {
  const target = resolve(named, place)
  if (directive !== 'include_dir')
    return readOne(target, place) ?? (directive === 'include_if_exists' ? [] : undefined)
  const names = place.files.list(target)
  const parts = names && includedNames(names).map((name) => readOne(path.join(target, name), place))
  return parts?.every((part) => part !== undefined) === true ? parts.flat() : undefined
}

function readOne(file: string, place: Place): readonly HbaLine[] | undefined {
  const inside = enter(file, place)
  return inside && readLines(inside.text, inside.place)
}

function expandField(field: HbaField, place: Place): readonly HbaToken[] {
  return field.flatMap((token) => {
    if (!isFileToken(token)) return [token]
    const inside = enter(resolve(token.value.slice(1), place), place)
    if (inside === undefined) return [token]
    const fields = joinHbaLines(inside.text, place.major).flatMap(({ logical }) => tokenizeHbaLine(logical))
    return expandField(fields.flat(), inside.place)
  })
}

/** Undefined for a file that cannot be read, and for one that leads back to itself. */
function enter(file: string, place: Place): { readonly text: string; readonly place: Place } | undefined {
  const { above, files } = place
  const text = above.length > maxDepth || above.includes(file) ? undefined : files.read(file)
  return text === undefined ? undefined : { text, place: { ...place, above: [...above, file] } }
}

const resolve = (named: string, { above }: Place): string =>
  path.resolve(path.dirname(above.at(-1) ?? ''), named)

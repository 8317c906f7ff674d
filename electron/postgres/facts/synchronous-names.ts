/**
 * synchronous_standby_names as it is written: a list, or a list under `N (…)`, `FIRST N (…)` or `ANY N (…)`.
 *
 * Source: syncrep_gram.y; the prefix forms came with 9.6 (`N`) and 10 (`FIRST`, `ANY`).
 */
export interface SynchronousNames {
  /** Text before the parenthesis, such as `ANY 2`; null for a bare list. */
  readonly method: string | null
  /** application_names without their quotes; `*` stands for every standby. */
  readonly names: readonly string[]
}

/** Reads the setting; an empty one has no names. undefined when it is not in the grammar. */
export function parseSynchronousNames(text: string): SynchronousNames | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return { method: null, names: [] }
  const wrapped = /^((?:(?:first|any)\s+)?\d+)\s*\((.*)\)$/is.exec(trimmed)
  const names = parseList(wrapped?.[2] ?? trimmed)
  return names && { method: wrapped?.[1] ?? null, names }
}

/** Writes the setting; names that are no plain words are quoted, `*` never is. */
export function formatSynchronousNames({ method, names }: SynchronousNames): string {
  const list = names.map((name) => (name === '*' ? name : quoteName(name))).join(', ')
  return method === null || names.length === 0 ? list : `${method} (${list})`
}

/** Whether a standby of this application_name is waited for, by its name or by `*`. Names ignore case. */
export function isSynchronousName({ names }: SynchronousNames, applicationName: string): boolean {
  return names.some((name) => name === '*' || sameName(name, applicationName))
}

/** The list with one more name at its end; unchanged where it is covered already. */
export function withSynchronousName(list: SynchronousNames, applicationName: string): SynchronousNames {
  return isSynchronousName(list, applicationName)
    ? list
    : { ...list, names: [...list.names, applicationName] }
}

/**
 * The list without one name. `*` becomes the names of the other standbys that are there.
 *
 * A count in front (`ANY 2`) is lowered to the number of names left: more than there are would stall every commit.
 */
export function withoutSynchronousName(
  list: SynchronousNames,
  applicationName: string,
  others: readonly string[],
): SynchronousNames {
  const spelled = list.names.flatMap((name) => (name === '*' ? others : [name]))
  const names = [...new Set(spelled)].filter((name) => !sameName(name, applicationName))
  return {
    method: list.method?.replace(/\d+/, (count) => String(Math.min(Number(count), names.length))) ?? null,
    names,
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const quoteName = (name: string): string =>
  /^[a-z_][a-z0-9_$]*$/i.test(name) && !/^(first|any)$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`

function parseList(text: string): string[] | undefined {
  const names: string[] = []
  const item = /\s*(?:"((?:[^"]|"")*)"|(\*)|([^\s,"()*]+))\s*(,|$)/y
  while (item.lastIndex < text.length) {
    const match = item.exec(text)
    if (!match) return undefined
    names.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? match[3] ?? '')
    if (match[4] === '') return names
  }
  return undefined
}

import { clashingName } from './instance-name.ts'

/** A primary and its standby that are made together, without asking for names. */
export interface PairNames {
  readonly primary: string
  readonly standby: string
}

/** `main` and `main-standby`, or the first numbered pair of such names, from `from` on, that clashes with none of those taken. */
export function pairNames(
  base: string,
  taken: readonly string[],
  from = 1,
): PairNames & { readonly number: number } {
  for (let number = from; ; number += 1) {
    const primary = number === 1 ? base : `${base}-${String(number)}`
    const standby = `${primary}-standby`
    if (clashingName(primary, taken) === null && clashingName(standby, taken) === null)
      return { primary, standby, number }
  }
}

/** Refusals that another name helps against: something of an earlier attempt is in the way. */
export const otherNameHelps: ReadonlySet<string> = new Set([
  'name-taken',
  'name-gives-same-slot',
  'job-unfinished',
  'job-to-be-undone',
  'job-to-be-resumed',
  'journal-damaged',
  'instance-busy',
  'data-directory-not-empty',
  'data-directory-is-cluster',
  'leftover-in-the-way',
])

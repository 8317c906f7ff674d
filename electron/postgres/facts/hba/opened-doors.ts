import type { Major } from '../../../../shared/model/instance-target.ts'
import { parseHba } from './hba-file.ts'
import { isOpenToOthers } from './trusts-others.ts'

/** The addresses that a new text of pg_hba.conf lets in without a password by rules that the old text had not; not this machine's. */
export function openedDoors(before: string, after: string, major: Major): readonly string[] {
  const had = openIn(before, major)
  const opened = [...openIn(after, major)].filter((rule) => !had.has(rule))
  return [...new Set(opened.map((rule) => rule.split(' ')[3] ?? rule))]
}

/** Rules with their columns one blank apart. */
const openIn = (text: string, major: Major): ReadonlySet<string> =>
  new Set(
    parseHba(text, major).lines.flatMap((line) =>
      line.kind === 'rule' && isOpenToOthers(line.rule) ? [line.raw.trim().split(/\s+/).join(' ')] : [],
    ),
  )

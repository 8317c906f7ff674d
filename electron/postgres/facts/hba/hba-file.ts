import type { Major } from '../../../../shared/model/instance-target.ts'
import { parseHbaRule, type HbaRule } from './rule.ts'
import { tokenizeHbaLine } from './tokens.ts'

/** One logical line: `raw` is its text with its line end, and several physical lines where a backslash joins them. */
export type HbaLine = { readonly raw: string; /** From 1. */ readonly line: number } & (
  | { readonly kind: 'blank' }
  | { readonly kind: 'rule'; readonly rule: HbaRule }
  | {
      readonly kind: 'include'
      readonly directive: 'include' | 'include_if_exists' | 'include_dir'
      readonly path: string
    }
  | { readonly kind: 'invalid'; readonly problem: string }
)

/** A parsed pg_hba.conf. Nothing of the text is lost. */
export interface HbaFile {
  readonly major: Major
  readonly lines: readonly HbaLine[]
}

/** Newest rules of the format, for callers that do not know the server's version. */
const newest: Major = 19

/**
 * The lines of pg_hba.conf as this major reads them: continuation lines from 14, include directives from 16.
 *
 * Files that are included, or named by `@file`, are not read here: `expandHba` does.
 */
export function parseHba(text: string, major: Major = newest): HbaFile {
  const lines = joinHbaLines(text, major).map(({ raw, line, logical }) => ({
    raw,
    line,
    ...meaning(logical, major),
  }))
  return { major, lines }
}

/** The text's lines, each with those that a backslash joins to it; `logical` is the content without line ends. */
export function joinHbaLines(
  text: string,
  major: Major,
): readonly { readonly raw: string; readonly line: number; readonly logical: string }[] {
  const lines = []
  const physical = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  for (let index = 0; index < physical.length;) {
    const first = index
    let logical = ''
    let raw = ''
    for (;;) {
      const part = physical[index] ?? ''
      const content = part.replace(/[\r\n]+$/, '')
      raw += part
      index += 1
      const goesOn = major >= 14 && content.endsWith('\\')
      logical += goesOn ? content.slice(0, -1) : content
      if (!goesOn || index >= physical.length) break
    }
    lines.push({ raw, line: first + 1, logical })
  }
  return lines
}

/** The text of the file, character for character what was parsed. */
export function printHba(file: HbaFile): string {
  return file.lines.map(({ raw }) => raw).join('')
}

type Meaning = HbaLine extends infer Line
  ? Line extends HbaLine
    ? Omit<Line, 'raw' | 'line'>
    : never
  : never

function meaning(logical: string, major: Major): Meaning {
  const fields = tokenizeHbaLine(logical)
  if (fields.length === 0) return { kind: 'blank' }
  const [directive, path] = fields.map((field) => field[0]?.value)
  const isInclude =
    directive === 'include' || directive === 'include_if_exists' || directive === 'include_dir'
  if (major >= 16 && fields.length === 2 && isInclude) return { kind: 'include', directive, path: path ?? '' }
  const rule = parseHbaRule(fields, major)
  return 'problem' in rule ? { kind: 'invalid', problem: rule.problem } : { kind: 'rule', rule }
}

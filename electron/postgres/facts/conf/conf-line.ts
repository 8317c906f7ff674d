import { scanLine, type Token } from './tokens.ts'
import { unquoteConfValue } from './value.ts'

/** Directives that read other files in their place. */
export type IncludeDirective = 'include' | 'include_if_exists' | 'include_dir'

/** A line that gives a setting its value. */
export interface SettingLine {
  readonly kind: 'setting'
  /** Exactly as written in the file, without the line feed. */
  readonly text: string
  /** In lower case: the server does not tell cases apart. */
  readonly name: string
  readonly value: string
  readonly nameEnd: number
  readonly valueStart: number
  readonly valueEnd: number
}

/** One line of a configuration file; `text` is exactly what stands there, without the line feed. */
export type ConfLine =
  | SettingLine
  | {
      readonly kind: 'include'
      readonly text: string
      readonly directive: IncludeDirective
      readonly path: string
    }
  | { readonly kind: 'blank'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  /** The server refuses the whole file because of this line. */
  | { readonly kind: 'broken'; readonly text: string; readonly near: string }

const valueKinds: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'id',
  'string',
  'integer',
  'real',
  'unquoted',
])
const includes: readonly string[] = [
  'include',
  'include_if_exists',
  'include_dir',
] satisfies IncludeDirective[]

/** Most lines of the sample files, told apart without cutting them into tokens. */
const wholeComment = /^[ \t\r]*#/

/** Reads one line as the server does: `name [=] value [# comment]`. */
export function parseConfLine(text: string): ConfLine {
  if (wholeComment.test(text)) return { kind: 'comment', text }
  const { tokens, commentStart } = scanLine(text)
  const [name, ...rest] = tokens
  if (name === undefined) return { kind: commentStart < text.length ? 'comment' : 'blank', text }
  if (name.kind !== 'id' && name.kind !== 'qualified-id') return broken(text, name)
  const [value, extra] = rest[0]?.kind === 'equals' ? rest.slice(1) : rest
  if (value === undefined || !valueKinds.has(value.kind)) return broken(text, value)
  if (extra !== undefined) return broken(text, extra)
  const key = lowerAscii(text.slice(name.start, name.end))
  const decoded = unquoteConfValue(text.slice(value.start, value.end))
  if (isInclude(key)) return { kind: 'include', text, directive: key, path: decoded }
  return {
    kind: 'setting',
    text,
    name: key,
    value: decoded,
    nameEnd: name.end,
    valueStart: value.start,
    valueEnd: value.end,
  }
}

/** The setting that a commented-out line would make (`#port = 5432`), undefined for any other line. Prose has no `=`. */
export function parseCommentedSetting(text: string): SettingLine | undefined {
  const match = /^[ \t]*#+[ \t]*/.exec(text)
  if (match === null) return undefined
  const line = parseConfLine(text.slice(match[0].length))
  if (line.kind !== 'setting') return undefined
  return line.text.slice(line.nameEnd, line.valueStart).includes('=') ? line : undefined
}

/** A setting's name as it is compared: only A to Z are folded, as in guc_name_compare. */
export function lowerAscii(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function isInclude(key: string): key is IncludeDirective {
  return includes.includes(key)
}

function broken(text: string, at: Token | undefined): ConfLine {
  return { kind: 'broken', text, near: at === undefined ? '' : text.slice(at.start, at.end) }
}

import type { Major } from '../../../../shared/model/instance-target.ts'
import { parseHba, printHba, type HbaFile, type HbaLine } from './hba-file.ts'
import { ruleCovers, rulesOverlap } from './overlap.ts'
import type { HbaRule } from './rule.ts'

/** A rule to add, each column as it is typed in the file: `replication`, `all`, `a,b`, `"all"`; names by `quoteHbaName`. */
export interface HbaRuleText {
  readonly type: string
  readonly database: string
  readonly user: string
  /** As `127.0.0.1/32`; none for `local`. */
  readonly address?: string
  readonly method: string
  readonly options?: string
}

/** What `addHbaRule` put in: our line, and the line ends it had to add around it. */
export interface HbaUndo {
  readonly inserted: string
  readonly before: string
}

export type AddedHbaRule =
  | { readonly kind: 'added'; readonly text: string; readonly line: number; readonly undo: HbaUndo }
  /** A rule of the same effect wins already, on this line. */
  | { readonly kind: 'unchanged'; readonly text: string; readonly line: number; readonly undo: null }
  | { readonly kind: 'invalid'; readonly problem: string }

/** The line as it is written, in the columns of the sample file. */
export function printHbaRule({
  type,
  database,
  user,
  address = '',
  method,
  options = '',
}: HbaRuleText): string {
  const columns = [type.padEnd(7), database.padEnd(15), user.padEnd(15), address.padEnd(23), method, options]
  return columns.join(' ').trimEnd()
}

/**
 * The file with the rule where it takes effect: before the first rule or include that would decide such a connection otherwise, else at the end.
 *
 * A rule that decides the same the same way is enough: nothing changes.
 */
export function addHbaRule(text: string, rule: HbaRuleText, major?: Major): AddedHbaRule {
  const file = parseHba(text, major)
  const written = printHbaRule(rule)
  const [line, ...more] = parseHba(written, file.major).lines
  if (line === undefined || more.length > 0 || line.kind === 'blank')
    return { kind: 'invalid', problem: 'not one line' }
  if (line.kind === 'invalid') return { kind: 'invalid', problem: line.problem }
  if (line.kind === 'include') return { kind: 'invalid', problem: 'an include, not a rule' }
  const index = file.lines.findIndex((other) => decidesOtherwiseOrFully(other, line.rule))
  const found = file.lines[index]
  if (found?.kind === 'rule' && isSameDecision(found.rule, line.rule))
    return { kind: 'unchanged', text, line: found.line, undo: null }
  return insert(file, index === -1 ? safeEnd(file) : index, written)
}

/** The file without the line that `addHbaRule` put in, if it still stands there unchanged; else the text as it is. */
export function undoHba(text: string, undo: HbaUndo): string {
  const wanted = undo.before + undo.inserted
  const exact = undo.before === '' ? startOfLine(text, wanted) : text.lastIndexOf(wanted)
  if (exact !== -1 && (undo.before === '' || exact + wanted.length === text.length))
    return text.slice(0, exact) + text.slice(exact + wanted.length)
  const at = startOfLine(text, undo.inserted)
  return at === -1 ? text : text.slice(0, at) + text.slice(at + undo.inserted.length)
}

function decidesOtherwiseOrFully(line: HbaLine, rule: HbaRule): boolean {
  if (line.kind === 'include') return true
  if (line.kind !== 'rule' || !rulesOverlap(line.rule, rule)) return false
  return !isSameMethod(line.rule, rule) || ruleCovers(line.rule, rule)
}

function isSameDecision(found: HbaRule, rule: HbaRule): boolean {
  return isSameMethod(found, rule) && ruleCovers(found, rule)
}

function isSameMethod(one: HbaRule, other: HbaRule): boolean {
  return one.method === other.method && one.options.join('\0') === other.options.join('\0')
}

/** After the last line; before it if a backslash at its end would swallow ours. */
function safeEnd({ lines, major }: HbaFile): number {
  const last = lines.at(-1)
  return major >= 14 && last !== undefined && /\\[\r\n]*$/.test(last.raw) ? lines.length - 1 : lines.length
}

function insert(file: HbaFile, index: number, written: string): AddedHbaRule {
  const eol = file.lines[0]?.raw.endsWith('\r\n') === true ? '\r\n' : '\n'
  const head = printHba({ ...file, lines: file.lines.slice(0, index) })
  const tail = printHba({ ...file, lines: file.lines.slice(index) })
  const before = head === '' || head.endsWith('\n') ? '' : eol
  const inserted = written + eol
  const line = (head + before).split('\n').length
  return { kind: 'added', text: head + before + inserted + tail, line, undo: { inserted, before } }
}

function startOfLine(text: string, wanted: string): number {
  let at = text.indexOf(wanted)
  while (at > 0 && text[at - 1] !== '\n') at = text.indexOf(wanted, at + 1)
  return at
}

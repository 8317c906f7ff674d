import { type ConfFile, settingLines } from './conf-file.ts'
import { lowerAscii, parseCommentedSetting, parseConfLine, type SettingLine } from './conf-line.ts'
import { quoteAlways, quoteConfValue } from './value.ts'

/** One line changed or added; indexes are those of the file right after the edit. */
export type LineEdit =
  | { readonly kind: 'replaced'; readonly index: number; readonly before: string; readonly after: string }
  | { readonly kind: 'added'; readonly index: number; readonly after: string }

/**
 * The file with the setting at this value, and the edit that took: none if it has the value already.
 *
 * The last active line is changed in place and keeps its spacing and comment. Without one, the line goes directly after the
 * commented-out sample of the setting (or a commented-out line with just this value is made active), unless an include
 * follows, which could override it: then to the end of the file.
 *
 * @throws RangeError if the name cannot be a setting's name.
 */
export function planSet(file: ConfFile, name: string, value: string): { file: ConfFile; edits: LineEdit[] } {
  const line = newLine(name, value)
  const last = settingLines(file, name).at(-1)
  if (last !== undefined) {
    return last.line.value === value
      ? { file, edits: [] }
      : replace(file, last.index, withValue(last.line, value))
  }
  const end = lineEnd(file)
  const sample = lastSample(file, name)
  if (sample === undefined) return append(file, line + end)
  if (file.lines[sample]?.text === `#${line}${end}`) return replace(file, sample, line + end)
  const atEnd = sample === file.lines.length - 1
  return insert(file, sample + 1, atEnd ? line : line + end)
}

/** The file with every active line of the setting turned into a comment, and the edits that took. */
export function planUnset(file: ConfFile, name: string): { file: ConfFile; edits: LineEdit[] } {
  const edits: LineEdit[] = []
  let current = file
  for (const { index, line } of settingLines(file, name)) {
    const step = replace(current, index, `#${line.text}`)
    current = step.file
    edits.push(...step.edits)
  }
  return { file: current, edits }
}

/** The file with the setting at this value; see {@link planSet} for where. */
export function setSetting(file: ConfFile, name: string, value: string): ConfFile {
  return planSet(file, name, value).file
}

/** The file without the setting: its active lines are comments afterwards, so that nothing a person wrote is lost. */
export function unsetSetting(file: ConfFile, name: string): ConfFile {
  return planUnset(file, name).file
}

function newLine(name: string, value: string): string {
  const text = `${name} = ${quoteConfValue(value)}`
  const line = parseConfLine(text)
  if (line.kind !== 'setting' || line.name !== lowerAscii(name))
    throw new RangeError(`not a setting: ${name}`)
  return text
}

/** Once in apostrophes, always; also where nothing but the apostrophe parts the value from the name (`port'5432'`). */
function withValue(line: SettingLine, value: string): string {
  const quoted = line.text[line.valueStart] === "'" || line.nameEnd === line.valueStart
  const written = quoted ? quoteAlways(value) : quoteConfValue(value)
  return line.text.slice(0, line.valueStart) + written + line.text.slice(line.valueEnd)
}

/** The last sample line, undefined if there is none or an include after it could override a line put there. */
function lastSample(file: ConfFile, name: string): number | undefined {
  const key = lowerAscii(name)
  for (let index = file.lines.length - 1; index >= 0; index -= 1) {
    const line = file.lines[index]
    if (line?.kind === 'include') return undefined
    if (line?.kind !== 'comment' || !lowerAscii(line.text).includes(key)) continue
    if (parseCommentedSetting(line.text)?.name === key) return index
  }
  return undefined
}

function lineEnd(file: ConfFile): '' | '\r' {
  return file.lines[0]?.text.endsWith('\r') === true ? '\r' : ''
}

function append(file: ConfFile, text: string): { file: ConfFile; edits: LineEdit[] } {
  const endsWithLineFeed = file.lines.at(-1)?.text === ''
  return endsWithLineFeed
    ? insert(file, file.lines.length - 1, text)
    : insert(file, file.lines.length, text.replace(/\r$/, ''))
}

function insert(file: ConfFile, index: number, text: string): { file: ConfFile; edits: LineEdit[] } {
  const lines = file.lines.toSpliced(index, 0, parseConfLine(text))
  return { file: { lines }, edits: [{ kind: 'added', index, after: text }] }
}

function replace(file: ConfFile, index: number, text: string): { file: ConfFile; edits: LineEdit[] } {
  const before = file.lines[index]?.text ?? ''
  const lines = file.lines.with(index, parseConfLine(text))
  return { file: { lines }, edits: [{ kind: 'replaced', index, before, after: text }] }
}

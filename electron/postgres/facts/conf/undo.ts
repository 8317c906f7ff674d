import { type ConfFile, parseConf, printConf, settingLines } from './conf-file.ts'
import { parseConfLine } from './conf-line.ts'
import { type LineEdit, planSet, planUnset } from './edit.ts'

/**
 * How one changed or added line is taken back. Plain JSON.
 *
 * The line is found by its text, never by its number: other lines may have come and gone. `twins` says how many equal lines
 * the file held besides ours, `above` and `below` tell ours from those.
 */
export interface SettingUndo {
  readonly name: string
  /** The line that stood there, null if ours was added. */
  readonly before: string | null
  /** The line we wrote. */
  readonly after: string
  readonly above: string | null
  readonly below: string | null
  readonly twins: number
}

/** The text with all settings changed (null: unset), and how to take that back. */
export function applySettings(
  text: string,
  changes: Readonly<Record<string, string | null>>,
): { readonly text: string; readonly undo: readonly SettingUndo[] } {
  let file = parseConf(text)
  const undo: SettingUndo[] = []
  for (const [name, value] of Object.entries(changes)) {
    const plan = value === null ? planUnset(file, name) : planSet(file, name, value)
    for (const edit of plan.edits) {
      file = applyEdit(file, edit)
      undo.push(undoOf(name, edit, file))
    }
  }
  return { text: printConf(file), undo }
}

/**
 * The text with our lines taken back, the last one first; everything else stays as it is now.
 *
 * A line that no longer stands as we wrote it is left alone; its setting is in `skipped`, unless what was there before is
 * there again, so undoing twice is harmless. Line ends may have been converted meanwhile.
 */
export function undoSettings(
  text: string,
  undo: readonly SettingUndo[],
): { readonly text: string; readonly skipped: readonly string[] } {
  let file = parseConf(text)
  const skipped = new Set<string>()
  for (const entry of undo.toReversed()) {
    const index = ourLine(file, entry)
    if (index !== undefined) file = takeBack(file, index, entry)
    else if (!isAsBefore(file, entry)) skipped.add(entry.name)
  }
  return { text: printConf(file), skipped: [...skipped].toReversed() }
}

/** One edit after the other: what an undo remembers is the file as it was right after its own edit. */
function applyEdit(file: ConfFile, { kind, index, after }: LineEdit): ConfFile {
  return { lines: file.lines.toSpliced(index, kind === 'replaced' ? 1 : 0, parseConfLine(after)) }
}

function undoOf(name: string, edit: LineEdit, file: ConfFile): SettingUndo {
  return {
    name,
    before: edit.kind === 'replaced' ? edit.before : null,
    after: edit.after,
    above: file.lines[edit.index - 1]?.text ?? null,
    below: file.lines[edit.index + 1]?.text ?? null,
    twins: file.lines.filter((line) => sameLine(line.text, edit.after)).length - 1,
  }
}

/** Of equal lines the one whose neighbours are still those of ours; of equally good ones the last. */
function ourLine(file: ConfFile, entry: SettingUndo): number | undefined {
  const candidates = file.lines.flatMap((line, index) => (sameLine(line.text, entry.after) ? [index] : []))
  if (candidates.length <= entry.twins) return undefined
  const score = (index: number): number =>
    Number(sameLine(file.lines[index - 1]?.text, entry.above)) +
    Number(sameLine(file.lines[index + 1]?.text, entry.below))
  const best = Math.max(...candidates.map(score))
  return candidates.findLast((index) => score(index) === best)
}

function takeBack(file: ConfFile, index: number, entry: SettingUndo): ConfFile {
  if (entry.before === null) return { lines: file.lines.toSpliced(index, 1) }
  const now = file.lines[index]?.text ?? ''
  const before =
    now === entry.after ? entry.before : withoutReturn(entry.before) + now.slice(withoutReturn(now).length)
  return { lines: file.lines.with(index, parseConfLine(before)) }
}

function isAsBefore(file: ConfFile, entry: SettingUndo): boolean {
  const { before } = entry
  return before === null
    ? settingLines(file, entry.name).length === 0
    : file.lines.some((line) => sameLine(line.text, before))
}

function sameLine(a: string | null | undefined, b: string | null): boolean {
  if (typeof a !== 'string' || b === null) return a === b || (a === undefined && b === null)
  return withoutReturn(a) === withoutReturn(b)
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
